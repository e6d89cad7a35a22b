namespace SceneGen.Tests.Running;

/// <summary>Waits for what has to come true, however slow the machine is, and says what did not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task IsTrueAsync(Func<Task<bool>> look, string what, int seconds = 60)
        => IsFoundAsync(async () => await look() ? what : null, () => what, seconds);

    public static Task<T> IsFoundAsync<T>(Func<Task<T?>> look, string what, int seconds = 60)
        where T : class
        => IsFoundAsync(look, () => what, seconds);

    public static async Task<T> IsFoundAsync<T>(Func<Task<T?>> look, Func<string> what, int seconds = 60)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            Assert.False(patience.IsCancellationRequested, $"In {seconds} seconds it has not come true: {what()}");
            await Task.Delay(Pause, CancellationToken.None);
        }
    }
}
