using Microsoft.EntityFrameworkCore;
using SceneGen.Generation;
using SceneGen.Generation.Gates;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Generation.Traffic.Slices;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Replicate;

namespace SceneGen.Tests.Generation.Traffic;

/// <summary>Instances that share a database and a clock of the test's, with a provider whose answers the test writes down.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    public const string Model = "black-forest-labs/flux-2-pro";

    private readonly TestDatabase _database;
    private readonly Dictionary<string, string?> _settings;
    private readonly List<GenerationHarness> _instances = [];

    private Fleet(TestDatabase database, ReplicateDriver provider)
    {
        (_database, Provider) = (database, provider);
        _settings = ReplicateCaller.Settings(provider.BaseUrl);
    }

    public ManualTime Time { get; } = new();

    public ReplicateDriver Provider { get; }

    /// <summary>What all instances say.</summary>
    public LogBook Log { get; } = new();

    public GenerationHarness this[int index] => _instances[index];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Fleet> StartAsync(TestDatabase database, int instances = 2)
    {
        var fleet = new Fleet(database, await ReplicateDriver.StartAsync());
        for (var index = 0; index < instances; index++)
        {
            await fleet.AddAsync();
        }

        return fleet;
    }

    public async Task<GenerationHarness> AddAsync()
    {
        var instance = await GenerationHarness.StartAsync(new(_settings), _database, Time, Log);
        _instances.Add(instance);
        return instance;
    }

    public void Advance(double seconds) => Time.Advance(TimeSpan.FromSeconds(seconds));

    public Task<Admission> EnterAsync(int instance, Ticket ticket)
        => _instances[instance].Traffic.EnterAsync(new ProviderCall(ticket) { Model = Model }, Stop);

    public Task<Admission> EnterNewAsync(int instance)
        => EnterAsync(instance, new Ticket(Time.GetUtcNow(), Guid.NewGuid()));

    /// <summary>A creation that the provider answers well; false when it has to wait.</summary>
    public async Task<bool> CreateAsync(int instance)
    {
        using var admission = await EnterNewAsync(instance);
        return admission.Permit is { } permit && await permit.UseAsync(() => Task.FromResult(true), Stop);
    }

    public Task<Purchase> BuyAsync(int instance, GenerateScene scene) => _instances[instance].BuyAsync(scene);

    public Task<CheckResult> LookAsync(int instance, GenerateScene order, int check)
        => _instances[instance].LookAsync(new CheckGeneration
        {
            SceneId = order.SceneId,
            Run = order.Run,
            Attempt = order.Attempt,
            Check = check,
        });

    public Task<ProviderBudget> BudgetAsync()
        => _instances[0].InDatabaseAsync(database => database.ProviderBudget.AsNoTracking().SingleAsync(Stop));

    public Task<List<ProviderSlice>> SlicesAsync()
        => _instances[0].InDatabaseAsync(database => database.ProviderSlices.AsNoTracking().ToListAsync(Stop));

    public Task<List<ProviderGate>> GatesAsync()
        => _instances[0].InDatabaseAsync(database => database.ProviderGates.AsNoTracking().ToListAsync(Stop));

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in _instances)
        {
            await instance.DisposeAsync();
        }

        await Provider.DisposeAsync();
        await _database.DisposeAsync();
    }
}
