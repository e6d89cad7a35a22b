namespace SceneGen.Persistence.Pruning;

/// <summary>Rows that are removed once they are old.</summary>
/// <param name="What">What they are, for the log.</param>
/// <param name="Pause">From one look to the next.</param>
/// <param name="PruneAsync">Removes one batch, in a scope of its own; true when there may be more.</param>
public sealed record Prunable(
    string What, TimeSpan Pause, Func<IServiceProvider, CancellationToken, Task<bool>> PruneAsync);
