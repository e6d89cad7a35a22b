namespace SceneGen.Persistence.Tests.Choirs;

public sealed record SopranoSung(Guid ChoirId);
