namespace SceneGen.Scenes.Quotas;

/// <summary>How many requests of a caller's minute the instances have set aside for themselves.</summary>
public sealed class RequestCount
{
    public string Name { get; set; } = "";

    /// <summary>Minutes since 1970.</summary>
    public long Minute { get; set; }

    public int Requests { get; set; }
}
