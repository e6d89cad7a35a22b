namespace SceneGen.BrowserTests.Infrastructure;

/// <summary>Held, no painting is said to be done, so that a test can look at the wait for as long as it likes.</summary>
public sealed class Painter : IAsyncDisposable
{
    private readonly WorldClient _world;

    private Painter(WorldClient world) => _world = world;

    public static async Task<Painter> HoldAsync(WorldClient world)
    {
        await world.SwitchOnAsync("get", "429-retry-after", probability: 1, delay: "1s");
        return new Painter(world);
    }

    public Task LetGoAsync() => _world.SwitchFaultsOffAsync();

    public async ValueTask DisposeAsync() => await LetGoAsync();
}
