namespace SceneGen.Web.Scenes.Waiting;

internal enum WaitOutcome
{
    /// <summary>The scene stood as was wished, or was gone, before anybody waited.</summary>
    NoneNeeded,

    /// <summary>It does so now.</summary>
    Changed,

    /// <summary>The time is up.</summary>
    TimeUp,

    /// <summary>Too many wait already.</summary>
    Full,

    /// <summary>The service stops.</summary>
    Stopping,
}
