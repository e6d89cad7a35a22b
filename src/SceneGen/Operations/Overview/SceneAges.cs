namespace SceneGen.Operations.Overview;

/// <summary>How many have been where they are for how long; each is in one of them.</summary>
internal sealed record SceneAges(long Under1Min, long Under5Min, long Under15Min, long Under1H, long Older)
{
    public long Total => Under1Min + Under5Min + Under15Min + Under1H + Older;
}
