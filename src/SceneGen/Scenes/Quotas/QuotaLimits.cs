namespace SceneGen.Scenes.Quotas;

/// <summary>How much one holder may have; 0 for what is off.</summary>
internal readonly record struct QuotaLimits(int RunningScenes, decimal CostPerDay, bool AreOfSessions = false)
{
    public QuotaKind KindOfRunning => AreOfSessions ? QuotaKind.SessionsRunningScenes : QuotaKind.RunningScenes;

    public QuotaKind KindOfCost => AreOfSessions ? QuotaKind.SessionsCostPerDay : QuotaKind.CostPerDay;

    public bool AreOff => this is { RunningScenes: 0, CostPerDay: 0 };
}
