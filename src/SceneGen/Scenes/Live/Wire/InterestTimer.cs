namespace SceneGen.Scenes.Live.Wire;

/// <summary>Has the other instances know that this one watches, for as long as it does: they forget it soon.</summary>
internal sealed class InterestTimer(SceneChanges changes, ChangePost post, TimeProvider time) : BackgroundService
{
    /// <summary>A third of what they remember it for: two such words may be lost.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (changes.IsWatched)
            {
                post.Announce();
            }
        }
    }
}
