namespace SceneGen.Persistence.Tests.Outbox.Sagas.Machines;

/// <summary>For every cart in that state.</summary>
public sealed record AllTold(string State);
