using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Assets;
using SceneGen.Data;
using SceneGen.Generation;
using SceneGen.Generation.Gates;
using SceneGen.Generation.Hints;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Planning;
using SceneGen.Generation.Polling;
using SceneGen.Generation.Reconciling;
using SceneGen.Generation.Reusing;
using SceneGen.Generation.Traffic;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Messaging;
using SceneGen.Persistence;
using SceneGen.Persistence.Outbox;
using SceneGen.Replicate;
using SceneGen.Replicate.Wire;
using SceneGen.Scenes;
using SceneGen.Scenes.Options;
using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Timers;
using SceneGen.Settings;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;
using SceneGen.Themes;

namespace SceneGen.Tests.Generation;

/// <summary>
/// The buying and checking of pictures by one instance, on a database of its own or one that it shares, the provider behind
/// HTTP.
/// </summary>
internal sealed class GenerationHarness : IAsyncDisposable
{
    private readonly TestDatabase? _own;
    private readonly TestFolder _pictures = new();
    private readonly ServiceProvider _services;

    private GenerationHarness(Dictionary<string, string?> settings, TestDatabase? shared, ManualTime time, LogBook log)
    {
        (Time, Log) = (time, log);
        _own = shared is null ? new SqliteDatabase() : null;
        settings["ConnectionStrings:Database"] = (shared ?? _own)!.ConnectionString;
        settings["Storage:Path"] = _pictures.Root;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.AddProvider(log));
        services.AddData(configuration);
        services.AddThemes();
        services.AddReplicate();
        services.AddGeneration();
        services.AddAssets();
        services.AddSettings<SceneOptions>("Scenes");

        // Never started: what is sent stays in the outbox, for the test to see.
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddEntityFrameworkOutbox<SceneDbContext>();
            bus.UsingInMemory();
        });
        CheckTimer.NameTokens();
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public ManualTime Time { get; }

    public LogBook Log { get; }

    public ProviderTraffic Traffic => _services.GetRequiredService<ProviderTraffic>();

    public ProviderGates Gates => _services.GetRequiredService<ProviderGates>();

    public PredictionReads Reads => _services.GetRequiredService<PredictionReads>();

    public PredictionWatch Watch => _services.GetRequiredService<PredictionWatch>();

    private WaitingScenes Waiting => new(this);

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static async Task<GenerationHarness> StartAsync(
        Dictionary<string, string?> settings, TestDatabase? shared = null, ManualTime? time = null, LogBook? log = null)
    {
        var harness = new GenerationHarness(settings, shared, time ?? new ManualTime(), log ?? new LogBook());
        await harness.InScopeAsync(
            services => services.GetRequiredService<SceneDbContext>().Database.EnsureCreatedAsync(Canceled));
        await harness._services.GetRequiredService<TemporaryFolder>().StartingAsync(Canceled);
        return harness;
    }

    public Task<Purchase> BuyAsync(GenerateScene scene) => Waiting.WhileAsync(scene, () => BuyAsItIsAsync(scene));

    /// <summary>Whether its scene waits for it or not.</summary>
    public Task<Purchase> BuyAsItIsAsync(GenerateScene scene)
        => InScopeAsync(async services =>
        {
            var purchase = await services.GetRequiredService<Submission>().BuyAsync(scene, Canceled);
            await services.GetRequiredService<SceneDbContext>().SaveChangesAsync(Canceled);
            return purchase;
        });

    public Task<Purchase> SubmitAsync(GenerateScene scene) => Waiting.WhileAsync(scene, () => SubmitAsItIsAsync(scene));

    /// <summary>Whether its scene waits for it or not.</summary>
    public Task<Purchase> SubmitAsItIsAsync(GenerateScene scene)
        => InScopeAsync(services => services.GetRequiredService<Submission>().MakeAsync(scene, Canceled));

    /// <summary>What a submission tells of itself.</summary>
    public Task<IReadOnlyList<Happened>> TellAsync(GenerateScene scene)
        => Waiting.WhileAsync(scene, () => InScopeAsync(async services =>
        {
            await services.GetRequiredService<Submission>().MakeAsync(scene, Canceled);
            return services.GetRequiredService<Chronicle>().Take();
        }));

    /// <summary>What a purchase tells of itself.</summary>
    public Task<IReadOnlyList<Happened>> TellPurchaseAsync(GenerateScene scene)
        => Waiting.WhileAsync(scene, () => InScopeAsync(async services =>
        {
            await services.GetRequiredService<Submission>().BuyAsync(scene, Canceled);
            return services.GetRequiredService<Chronicle>().Take();
        }));

    /// <summary>What a check tells of itself that ends its attempt.</summary>
    public Task<IReadOnlyList<Happened>> TellAsync(CheckGeneration check)
        => InScopeAsync(async services =>
        {
            await services.GetRequiredService<PredictionCheck>().LookAsync(check, Canceled);
            return services.GetRequiredService<Chronicle>().Take();
        });

    /// <summary>What a look at an earlier run's picture tells of itself.</summary>
    public Task<IReadOnlyList<Happened>> TellPaidAsync(GenerateScene scene)
        => InScopeAsync(async services =>
        {
            await services.GetRequiredService<PaidPictures>().FindAsync(scene, Canceled);
            return services.GetRequiredService<Chronicle>().Take();
        });

    /// <summary>With what is told of it committed, or lost.</summary>
    public Task<PaidPicture> FindPaidAsync(GenerateScene scene, bool isTold = true)
        => InScopeAsync(async services =>
        {
            var found = await services.GetRequiredService<PaidPictures>().FindAsync(scene, Canceled);
            await services.GetRequiredService<SceneDbContext>().SaveChangesAsync(Canceled);
            var open = services.GetRequiredService<SceneDbContext>().Database.CurrentTransaction;
            await (isTold && open is not null ? open.CommitAsync(Canceled) : Task.CompletedTask);
            return found;
        });

    public Task<bool> WentToLaterRunAsync(GenerateScene scene)
        => InScopeAsync(services => services.GetRequiredService<PaidPictures>().WentToLaterRunAsync(scene, Canceled));

    public Task<CheckResult> LookAsync(CheckGeneration check)
        => InScopeAsync(services => services.GetRequiredService<PredictionCheck>().LookAsync(check, Canceled));

    public Task<GenerationIntent?> IntentAsync(GenerateScene scene)
        => InIntentsAsync(intents => intents.FindAsync(scene.SceneId, scene.Run, scene.Attempt, Canceled));

    /// <summary>What a process leaves that is killed before the provider hears of the purchase.</summary>
    public Task<IntentClaim> CrashBeforeAskingAsync(GenerateScene scene)
        => Waiting.WhileAsync(
            scene, () => InIntentsAsync(intents => intents.ClaimAsync(intents.New(scene, PlanOf(scene)), Canceled)));

    /// <summary>What a process leaves that is killed before it notes the provider's answer.</summary>
    public async Task<string> CrashAfterAskingAsync(GenerateScene scene)
    {
        await CrashBeforeAskingAsync(scene);
        var order = new CreatePrediction { Version = PlanOf(scene).Model, Input = PlanOf(scene).Input };
        var prediction = await InScopeAsync(services => services.GetRequiredService<IReplicateApi>()
            .CreatePredictionAsync(order, scene.Deadline, Canceled));
        return prediction.Id;
    }

    public Task<T> InIntentsAsync<T>(Func<GenerationIntents, Task<T>> work)
        => InScopeAsync(services => work(services.GetRequiredService<GenerationIntents>()));

    public Task<Hint> HintAsync(string webhookId, string token, string predictionId)
        => InScopeAsync(services => services.GetRequiredService<PredictionHints>()
            .TakeAsync(webhookId, token, predictionId, Canceled));

    /// <summary>As the scene does when it follows its prediction.</summary>
    public Task SetCheckAsync(GenerateScene scene, TimeSpan wait)
        => InScopeAsync(async services =>
        {
            await services.GetRequiredService<IMessageScheduler>().ScheduleSend(
                Queues.CheckGeneration,
                (Time.GetUtcNow() + wait).UtcDateTime,
                new CheckGeneration { SceneId = scene.SceneId, Run = scene.Run, Attempt = scene.Attempt, Check = 1 },
                Canceled);
            return await services.GetRequiredService<SceneDbContext>().SaveChangesAsync(Canceled);
        });

    public Task<IReadOnlyList<string>> SettleAsync()
        => InScopeAsync(services => services.GetRequiredService<AbandonedPurchases>().SettleAsync(Canceled));

    public async Task<StrayReport> FindStraysAsync()
    {
        using var admission = await Traffic.EnterAsync(new ProviderCall(new Ticket(Time.GetUtcNow(), Guid.Empty)), Canceled);
        return await InScopeAsync(services => services.GetRequiredService<StrayPredictions>().FindAsync(admission.Permit!, Canceled));
    }

    /// <summary>Uses the budget up but for so many calls.</summary>
    public async Task LeaveReadsAsync(int count)
    {
        var permits = new Stack<IDisposable>();
        var last = new ProviderCall(new Ticket(DateTimeOffset.MaxValue, Guid.NewGuid()));
        while (await Traffic.EnterAsync(last, Canceled) is { Permit: { } permit })
        {
            permits.Push(permit);
        }

        for (var left = 0; left < count; left++)
        {
            permits.Pop().Dispose();
        }
    }

    public Task AddSceneAsync(SceneState scene)
        => InScopeAsync(services =>
        {
            var database = services.GetRequiredService<SceneDbContext>();
            database.Add(scene);
            return database.SaveChangesAsync(Canceled);
        });

    public Task CancelAsync(Guid sceneId)
        => InDatabaseAsync(database => database.Scenes
            .Where(scene => scene.CorrelationId == sceneId)
            .ExecuteUpdateAsync(set => set.SetProperty(scene => scene.CurrentState, "Canceled"), Canceled));

    public Task<IReadOnlyList<SceneTimelineEntry>> TimelineAsync(Guid sceneId)
        => InDatabaseAsync<IReadOnlyList<SceneTimelineEntry>>(async database => await database.Timeline.AsNoTracking()
            .Where(entry => entry.SceneId == sceneId)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(Canceled));

    /// <summary>What waits in the outbox for this queue.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> SentAsync(Uri queue)
    {
        var rows = await InScopeAsync(services => services.GetRequiredService<SceneDbContext>().Set<OutboxMessage>()
            .AsNoTracking().OrderBy(row => row.Id).ToListAsync(Canceled));
        return rows.FindAll(row => row.Destination.EndsWith("/" + queue.AbsolutePath, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _pictures.Dispose();
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
    }

    private GenerationPlan PlanOf(GenerateScene scene)
        => _services.GetRequiredService<GenerationPlanner>().Plan(scene).Plan!;

    public Task<T> InDatabaseAsync<T>(Func<SceneDbContext, Task<T>> work)
        => InScopeAsync(services => work(services.GetRequiredService<SceneDbContext>()));

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
