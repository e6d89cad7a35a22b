namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>How often each call was made, refused creations included.</summary>
internal sealed class ProviderCounts
{
    private int _creates;
    private int _refusedCreates;
    private int _gets;
    private int _lists;
    private int _cancels;
    private int _downloads;

    public int Creates => Volatile.Read(ref _creates);

    public int RefusedCreates => Volatile.Read(ref _refusedCreates);

    public int Gets => Volatile.Read(ref _gets);

    public int Lists => Volatile.Read(ref _lists);

    public int Cancels => Volatile.Read(ref _cancels);

    public int Downloads => Volatile.Read(ref _downloads);

    public void CountCreate()
    {
        Interlocked.Increment(ref _creates);
    }

    public void CountRefusedCreate()
    {
        Interlocked.Increment(ref _refusedCreates);
    }

    public void CountGet()
    {
        Interlocked.Increment(ref _gets);
    }

    public void CountList()
    {
        Interlocked.Increment(ref _lists);
    }

    public void CountCancel()
    {
        Interlocked.Increment(ref _cancels);
    }

    public void CountDownload()
    {
        Interlocked.Increment(ref _downloads);
    }
}
