namespace SceneGen.Operations.Invariants;

/// <summary>How closely it is looked.</summary>
/// <param name="ReadsFiles">Whether each stored file is read whole.</param>
internal sealed record CheckDepth(bool ReadsFiles);
