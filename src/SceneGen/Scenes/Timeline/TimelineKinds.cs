namespace SceneGen.Scenes.Timeline;

/// <summary>What sort of thing an entry tells of, as operators and their tools read it. Never renamed.</summary>
internal static class TimelineKinds
{
    public const string Transition = "transition";
    public const string ProviderCall = "providerCall";
    public const string Poll = "poll";
    public const string Retry = "retry";
    public const string GateWait = "gateWait";
    public const string Storage = "storage";
    public const string Compensation = "compensation";
    public const string Operator = "operator";
    public const string Note = "note";
}
