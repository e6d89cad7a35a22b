namespace SceneGen.Operations.Overview;

/// <summary>What has yet to leave the outbox; overdue is how long ago the oldest could have left.</summary>
internal sealed record Backlog(int Count, double OldestSeconds);
