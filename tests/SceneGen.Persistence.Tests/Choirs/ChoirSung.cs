namespace SceneGen.Persistence.Tests.Choirs;

public sealed record ChoirSung(Guid ChoirId);
