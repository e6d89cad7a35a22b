namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>The embedded run, its avatars where a provider could not fetch them.</summary>
public sealed class EmbeddedWithFiles() : Embedded(("Avatars__Upload", "private"));
