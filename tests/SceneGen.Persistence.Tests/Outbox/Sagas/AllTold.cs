namespace SceneGen.Persistence.Tests.Outbox.Sagas;

/// <summary>For every cart in that state.</summary>
public sealed record AllTold(string State);
