namespace SceneGen.Persistence.Periodic;

/// <summary>Work that comes up again and again, a batch at a time. Several instances at it do no harm.</summary>
/// <param name="Name">What it is about, for the log.</param>
/// <param name="Pause">From one look to the next.</param>
/// <param name="RunAsync">Does one batch, in a scope of its own; true when there may be more.</param>
public sealed record PeriodicWork(
    string Name, TimeSpan Pause, Func<IServiceProvider, CancellationToken, Task<bool>> RunAsync);
