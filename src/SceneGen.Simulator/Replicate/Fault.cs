namespace SceneGen.Simulator.Replicate;

/// <summary>A failure that a word in the prompt calls for.</summary>
internal sealed record Fault(string Word, FaultEffect Effect, string? Error = null)
{
    /// <summary>Whether nothing comes of the creation it hits.</summary>
    public bool Refuses()
    {
        return Effect is FaultEffect.Throttle or FaultEffect.BadGatewayBefore;
    }

    /// <summary>Whether nobody need work on the prediction it hits.</summary>
    public bool NeverEnds()
    {
        return Effect is FaultEffect.NeverFinish or FaultEffect.NeverStart or FaultEffect.Abort or FaultEffect.Stop;
    }

    public bool HitsCreation()
    {
        return Refuses() || Effect is FaultEffect.BadGatewayAfter or FaultEffect.ResetAfter;
    }
}
