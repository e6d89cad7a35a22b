namespace SceneGen.Scenes.Quotas;

/// <summary>What a caller may have only so much of.</summary>
public enum QuotaKind
{
    Requests,
    RunningScenes,
    CostPerDay,
    SessionsRunningScenes,
    SessionsCostPerDay,
}
