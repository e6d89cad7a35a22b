namespace SceneGen.Persistence.Tests.Choirs;

public sealed record BassSung(Guid ChoirId);
