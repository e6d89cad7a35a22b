using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Data;
using SceneGen.Replicate;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Simulator.Infrastructure;
using SceneGen.Themes;
using SceneGen.Themes.Life;

namespace SceneGen.Tests.Themes.Life;

/// <summary>One instance's themes: a folder of its own, a database that others may share.</summary>
internal sealed class ThemeInstance : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ManualTime _time = new();

    private ThemeInstance(string folder, TestDatabase database)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("ConnectionStrings:Database", database.ConnectionString),
            new("Themes:Path", folder),
        ]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(_time);
        services.AddLogging(logging => logging.AddProvider(Log));
        services.AddData(configuration);
        services.AddReplicate();
        services.AddThemes();
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public LogBook Log { get; } = new();

    public ThemeLibrary Themes => _services.GetRequiredService<ThemeLibrary>();

    public ThemeWatch Watch => _services.GetRequiredService<ThemeWatch>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<ThemeInstance> StartAsync(string folder, TestDatabase database)
    {
        var instance = new ThemeInstance(folder, database);
        try
        {
            await using var scope = instance._services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SceneDbContext>().Database.EnsureCreatedAsync(Stop);
            await instance.Watch.StartAsync(Stop);
            return instance;
        }
        catch (InvalidDataException)
        {
            await instance.DisposeAsync();
            throw;
        }
    }

    /// <summary>Lets no more than 5 s pass, by the service's clock, until the condition has to be true.</summary>
    public async Task WithinFiveSecondsAsync(Func<bool> condition)
    {
        for (var second = 0; second < 5; second++)
        {
            await LooksNoMoreAsync();
            if (condition())
            {
                return;
            }

            _time.Advance(TimeSpan.FromSeconds(1));
        }

        await LooksNoMoreAsync();
        Assert.True(condition(), "It has not come true in 5 seconds.");
    }

    private Task LooksNoMoreAsync() => Patience.UntilAsync(() => Task.FromResult(_time.IsWaitedFor));

    public async ValueTask DisposeAsync()
    {
        await Watch.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
    }
}
