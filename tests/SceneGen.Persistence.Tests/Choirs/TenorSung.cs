namespace SceneGen.Persistence.Tests.Choirs;

public sealed record TenorSung(Guid ChoirId);
