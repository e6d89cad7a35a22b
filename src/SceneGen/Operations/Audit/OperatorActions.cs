namespace SceneGen.Operations.Audit;

/// <summary>What operators can do. The word before the dot is the kind of what it is done to.</summary>
internal static class OperatorActions
{
    public const string RetryScene = "scene.retry";
    public const string CancelScene = "scene.cancel";
    public const string RollBackScene = "scene.rollback";
    public const string SettleRollback = "scene.rollbackDone";
    public const string OpenGate = "gate.open";
    public const string CloseGate = "gate.close";
    public const string ReplayParked = "messages.replayParked";
    public const string ReplayDeadLetters = "messages.replay";
    public const string DiscardDeadLetters = "messages.discard";
    public const string ReplayCallback = "callback.replay";
    public const string ReplayCallbacks = "callbacks.replay";
    public const string Sweep = "store.sweep";
    public const string Reconcile = "provider.reconcile";

    public const string OfScenes = "scene";

    public static string KindOf(string action) => action.Split('.')[0];
}
