namespace SceneGen.BrowserTests.Infrastructure;

/// <summary>Lost, no painted picture can be fetched from the provider, until the test ends however it does.</summary>
public sealed class LostPictures : IAsyncDisposable
{
    private readonly WorldClient _world;

    private LostPictures(WorldClient world) => _world = world;

    public static async Task<LostPictures> LoseAsync(WorldClient world)
    {
        await world.SwitchOnAsync("download", "404", probability: 1);
        return new LostPictures(world);
    }

    public Task FindAgainAsync() => _world.SwitchFaultsOffAsync();

    public async ValueTask DisposeAsync() => await FindAgainAsync();
}
