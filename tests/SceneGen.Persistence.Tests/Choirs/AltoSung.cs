namespace SceneGen.Persistence.Tests.Choirs;

public sealed record AltoSung(Guid ChoirId);
