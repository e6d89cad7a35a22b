using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Assets;
using SceneGen.Callbacks;
using SceneGen.Data;
using SceneGen.Observability.Readings;
using SceneGen.Operations.Alerts;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Callbacks;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Operations.Alerts;

/// <summary>Instances that look at figures and tell one receiver.</summary>
internal sealed class AlertHarness : IAsyncDisposable
{
    private readonly SqliteDatabase _database = new();
    private readonly TestFolder _folder = new();
    private readonly List<ServiceProvider> _instances = [];

    private AlertHarness(CallbackReceiver receiver) => Receiver = receiver;

    public ManualTime Time { get; } = new();

    public CallbackReceiver Receiver { get; }

    /// <summary>What was told, as <c>name: status</c>.</summary>
    public IEnumerable<string> Told => Receiver.Heard.Select(post =>
    {
        var body = JsonDocument.Parse(post.Body).RootElement;
        return $"{body.GetProperty("alert").GetString()}: {body.GetProperty("status").GetString()}";
    });

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<AlertHarness> StartAsync()
    {
        var harness = new AlertHarness(await CallbackReceiver.StartAsync());
        harness.AddInstance();
        harness.AddInstance();
        await using var scope = harness._instances[0].CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SceneMigrator>().MigrateAsync(Stop);
        foreach (var instance in harness._instances)
        {
            await instance.GetRequiredService<TemporaryFolder>().StartingAsync(Stop);
        }

        return harness;
    }

    public async Task LookAsync(Figures figures, int instance = 0)
    {
        await using var scope = _instances[instance].CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AlertBook>().TellAsync(figures, Stop);
    }

    public Task LookWithoutDatabaseAsync() => LookForDatabaseAsync(isThere: false);

    public Task LookWithDatabaseAsync() => LookForDatabaseAsync(isThere: true);

    public void TakeStoreAway() => Directory.Move(_folder["store"], _folder["elsewhere"]);

    public void GiveStoreBack() => Directory.Move(_folder["elsewhere"], _folder["store"]);

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        await Receiver.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private Task LookForDatabaseAsync(bool isThere)
        => _instances[0].GetRequiredService<DatabaseAlert>().LookAsync(isThere, Stop);

    private void AddInstance()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Database"] = _database.ConnectionString,
            ["Storage:Path"] = _folder["store"],
            ["Alerts:Webhook"] = Receiver.Url,
            ["Fetching:TrustedHosts:0"] = "127.0.0.1",
        }).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(settings);
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Time);
        services.AddData(settings);
        services.AddPictures();
        services.AddAssets();
        services.AddCallbacks();
        services.AddAlerts();
        _instances.Add(services.BuildServiceProvider());
    }
}
