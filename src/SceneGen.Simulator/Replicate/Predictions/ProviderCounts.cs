namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>How often each call was made, refused creations included.</summary>
internal sealed class ProviderCounts
{
    private readonly int[] _times = new int[Enum.GetValues<ProviderCall>().Length];

    public int Creates => Of(ProviderCall.Create);

    public int RefusedCreates => Of(ProviderCall.RefusedCreate);

    public int FaultedCreates => Of(ProviderCall.FaultedCreate);

    public int Gets => Of(ProviderCall.Get);

    public int Lists => Of(ProviderCall.List);

    public int Cancels => Of(ProviderCall.Cancel);

    public int Downloads => Of(ProviderCall.Download);

    public void Count(ProviderCall call, int times = 1)
    {
        Interlocked.Add(ref _times[(int)call], times);
    }

    private int Of(ProviderCall call)
    {
        return Volatile.Read(ref _times[(int)call]);
    }
}
