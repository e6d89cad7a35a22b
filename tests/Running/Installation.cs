using SceneGen.Tests.Conformance;

namespace SceneGen.Tests.Running;

/// <summary>
/// The service as it is deployed: instances side by side on one database, one virtual host and one folder of pictures,
/// with the outside world as a process of its own.
/// </summary>
public abstract class Installation(params string[] instances) : IAsyncLifetime
{
    private readonly string _name = $"test_{Guid.NewGuid():N}";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scenegen-pictures-");

    public Database Database { get; private set; } = null!;

    public Broker Broker { get; private set; } = null!;

    public SceneGenProcess Outside { get; private set; } = null!;

    public WorldClient World { get; private set; } = null!;

    public IReadOnlyList<SceneGenProcess> Instances { get; private set; } = [];

    /// <summary>Whoever uses the first instance.</summary>
    public SceneClient Scenes { get; private set; } = null!;

    public string Pictures => _folder.FullName;

    public string Avatar => $"{Outside.Url}/simulator/samples/fox.png?signature={Secrets.AvatarSignature}";

    public SceneGenProcess Named(string instance) => Instances.Single(process => process.Name == instance);

    /// <summary>Also those that another test left dead.</summary>
    public Task StartAllAsync()
        => Task.WhenAll(Instances.Where(instance => !instance.IsRunning).Select(instance => instance.StartAsync()));

    /// <summary>As the operator does it, with files that nobody had time to name taken for orphans at once.</summary>
    public async Task SweepAsync()
    {
        await using var sweeper = NewInstance("sweeper", ("Storage__OrphanGrace", "1s"));
        Assert.True(await sweeper.EndAsync("sweep") == 0, sweeper.Output);
    }

    /// <summary>As the operator does it; returns what was said of each promise.</summary>
    public async Task<string> CheckAsync()
    {
        await using var checker = NewInstance("checker", ("Storage__OrphanGrace", "1s"));
        Assert.True(await checker.EndAsync("check") == 0, checker.Output);
        return checker.Output.Trim();
    }

    public async ValueTask InitializeAsync()
    {
        var servers = await FindServersAsync();
        (Database, Broker) = (new Database(servers.Postgres, _name), new Broker(servers, _name));
        await Broker.CreateAsync();
        Outside = new SceneGenProcess(
            "SceneGen.Simulator.dll",
            ("only", "replicate,avatars"),
            ("ConnectionStrings__Bus", Broker.ConnectionString),
            ("Simulator__ApiToken", Secrets.ApiToken),
            ("Simulator__Painting", "plain"),
            ("Simulator__StartingTime", "50ms"),
            ("Simulator__GenerationTime", "300ms"));
        await Outside.StartAsync();
        World = new WorldClient(Outside.Http);
        Instances = [.. instances.Select(name => NewInstance(name))];
        await StartAllAsync();
        Scenes = new SceneClient(Instances[0].Http);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in Instances)
        {
            await instance.DisposeAsync();
        }

        try
        {
            Recording.AssertDocumented(Outside.Recording);
            Secrets.AssertNoneIn(Outside.Output);
            Assert.All(Instances, instance => Secrets.AssertNoneIn(instance.Output));
        }
        finally
        {
            await Outside.DisposeAsync();
            await LeaveServersAsync();
            Broker.Dispose();
            _folder.Delete(recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    protected virtual Task<Servers> FindServersAsync() => Task.FromResult(Servers.Common());

    protected virtual async Task LeaveServersAsync()
    {
        await Broker.DeleteAsync();
        await Database.DropAsync();
    }

    protected virtual IEnumerable<(string Name, string Value)> MoreSettings() => [];

    private SceneGenProcess NewInstance(string name, params (string Name, string Value)[] settings)
    {
        var outside = new Uri(Outside.Url).Authority;
        return new SceneGenProcess(
            "SceneGen.dll",
            [
                ("ConnectionStrings__Database", Database.ConnectionStringOf(name)),
                ("ConnectionStrings__Bus", Broker.ConnectionString),
                ("Storage__Path", _folder.FullName),
                ("Replicate__ApiToken", Secrets.ApiToken),
                ("Replicate__BaseUrl", $"{Outside.Url}/replicate/v1"),
                ("Replicate__OutputHosts__0", outside),
                ("Fetching__TrustedHosts__0", outside),
                ("Polling__First", "200ms"),
                ("Polling__Max", "1s"),
                ("Steps__Submit", "4s"),
                ("Steps__Store", "10s"),
                ("Scenes__AttemptsPerModel", "1"),
                ("Compensation__First", "2s"),
                .. MoreSettings(),
                .. settings,
            ])
        {
            Name = name,
        };
    }
}
