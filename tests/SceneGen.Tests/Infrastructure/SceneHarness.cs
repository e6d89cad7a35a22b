using System.Diagnostics.Metrics;
using MassTransit;
using MassTransit.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Callbacks;
using SceneGen.Callbacks.Telling;
using SceneGen.Data;
using SceneGen.Data.Leases;
using SceneGen.Data.Postgres;
using SceneGen.Data.Sqlite;
using SceneGen.Messaging;
using SceneGen.Operations.Audit;
using SceneGen.Persistence;
using SceneGen.Persistence.Outbox;
using SceneGen.Scenes;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Links;
using SceneGen.Scenes.Options;
using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Timers;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Infrastructure;

/// <summary>The scenes on a bus in memory and a database file of their own; the test plays everybody else.</summary>
public class SceneHarness : IAsyncLifetime
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    public SceneHarness()
        : this(new SqliteDatabase())
    {
    }

    protected SceneHarness(TestDatabase database, TimeProvider? time = null)
    {
        _database = database;
        var services = new ServiceCollection();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddLogging(logging => logging.AddProvider(Log));
        if (database is PostgresDatabase)
        {
            services.AddDbContext<SceneDbContext, PostgresSceneDbContext>(_database.Use);
        }
        else
        {
            services.AddDbContext<SceneDbContext, SqliteSceneDbContext>(_database.Use);
        }

        services.AddSingleton(Options.Create(Scenes));
        services.AddSingleton(Options.Create(Steps));
        services.AddSingleton(Options.Create(Polling));
        services.AddSingleton(Options.Create(Compensation));
        services.AddSingleton(Options.Create(new HttpOptions()));
        services.AddSingleton<SceneTimers>();
        services.AddScoped<LostTimers>();
        services.AddSingleton<RollbackPolicy>();
        services.AddSingleton(Options.Create(new PictureLinkOptions()));
        services.AddSingleton(Options.Create(new SigningOptions()));
        services.AddSingleton<LinkSigner>();
        services.AddSingleton<SceneLinks>();
        services.AddSingleton<SceneIntake>();
        services.AddSingleton(Options.Create(new FetchingOptions { TrustedHosts = ["127.0.0.1"] }));
        services.AddSingleton(Options.Create(Callbacks));
        services.AddPosting();
        services.AddScoped<WorkLeases>();
        services.AddSingleton<SoleWork>();
        services.AddMassTransitTestHarness(bus =>
        {
            bus.AddScenes();
            bus.AddCallbacks();
            bus.AddEntityFrameworkOutbox<SceneDbContext>(outbox =>
            {
                outbox.BusKeepsMessages = false;
                if (time is not null)
                {
                    // Nobody lets the time pass in which rows would be gathered.
                    outbox.Gathering = TimeSpan.Zero;
                }
            });
            bus.UsingInMemory((context, transport) =>
            {
                transport.UseEntityFrameworkScheduler<SceneDbContext>(context);
                transport.UseContractJson();
                transport.ConfigureEndpoints(context);
            });
        });
        _services = services.BuildServiceProvider(validateScopes: true);
        Bus = _services.GetRequiredService<ITestHarness>();
        States = _services.GetRequiredService<SceneStateMachine>();
    }

    public SceneOptions Scenes { get; } = new();

    public StepOptions Steps { get; } = new();

    public PollingOptions Polling { get; } = new();

    public CompensationOptions Compensation { get; } = new();

    public CallbackOptions Callbacks { get; } = new();

    internal LogBook Log { get; } = new();

    public ITestHarness Bus { get; }

    public MessageRecorder Messages { get; } = new();

    public SceneStateMachine States { get; }

    public SceneLinks Links => _services.GetRequiredService<SceneLinks>();

    /// <summary>By whom its metrics are counted.</summary>
    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    internal IServiceProvider Services => _services;

    internal SceneIntake Intake => _services.GetRequiredService<SceneIntake>();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await WithDatabaseAsync(database => database.Database.EnsureCreatedAsync(Stop));
        await Bus.Start();
        Bus.Bus.ConnectSendObserver(Messages);
        ((IBusControl)Bus.Bus).ConnectConsumeObserver(Messages);
    }

    public async ValueTask DisposeAsync()
    {
        // While there are still services, for what runs in the background uses them to the end.
        await ((IAsyncDisposable)Bus).DisposeAsync();
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public async Task HearAsync(object message)
        => await (await Bus.Bus.GetSendEndpoint(Queues.Scenes)).Send(message, Stop);

    /// <summary>Tells the scenes, and waits until the scenes have dealt with it; an error there is an error here.</summary>
    public async Task HearAndSettleAsync(object message, Guid? timer = null)
    {
        var id = NewId.NextGuid();
        var scenes = await Bus.Bus.GetSendEndpoint(Queues.Scenes);
        await scenes.Send(
            message,
            Pipe.Execute<SendContext>(context =>
            {
                context.MessageId = id;
                context.Headers.Set(MessageHeaders.SchedulingTokenId, timer == Guid.Empty ? null : timer ?? A.TimerToken);
            }),
            Stop);
        Assert.Null(await Messages.ConsumedAsync(id));
    }

    public Task ReachesAsync(Guid sceneId, State state)
        => Messages.UntilAsync(
            async () => (await FindAsync(sceneId))?.CurrentState == state.Name,
            $"The scene did not become {state.Name}.");

    public async Task<T> SaysAsync<T>(Func<T, bool> which)
        where T : class
    {
        await Messages.UntilAsync(() => Messages.Published<T>().Any(which), $"{typeof(T).Name} was not published.");
        return Messages.Published<T>().First(which);
    }

    public async Task<T> SendsAsync<T>(Func<T, bool> which)
        where T : class
    {
        await Messages.UntilAsync(() => Messages.Sent<T>().Any(which), $"{typeof(T).Name} was not sent.");
        return Messages.Sent<T>().First(which);
    }

    public int CountSaid<T>(Func<T, bool> which)
        where T : class
        => Messages.Published<T>().Count(which);

    public int CountSent<T>(Func<T, bool> which)
        where T : class
        => Messages.Sent<T>().Count(which);

    public async Task<SceneState?> FindAsync(Guid sceneId)
    {
        SceneState? found = null;
        await WithDatabaseAsync(async database =>
            found = await database.Scenes.AsNoTracking().SingleOrDefaultAsync(s => s.CorrelationId == sceneId, Stop));
        return found;
    }

    public async Task<IReadOnlyList<SceneTimelineEntry>> TimelineAsync(Guid sceneId)
    {
        List<SceneTimelineEntry> entries = [];
        await WithDatabaseAsync(async database => entries = await database.Timeline
            .Where(entry => entry.SceneId == sceneId)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(Stop));
        return entries;
    }

    /// <summary>What operators did to the scene.</summary>
    public async Task<IReadOnlyList<OperatorAction>> ActionsAsync(Guid sceneId)
    {
        var target = sceneId.ToString();
        List<OperatorAction> actions = [];
        await WithDatabaseAsync(async database => actions = await database.OperatorActions
            .Where(action => action.TargetId == target)
            .OrderBy(action => action.Id)
            .ToListAsync(Stop));
        return actions;
    }

    /// <summary>When the timer of this token goes off.</summary>
    public async Task<DateTimeOffset> DueAsync(Guid token)
    {
        DateTimeOffset? due = null;
        await WithDatabaseAsync(async database => due = await database.Set<OutboxMessage>()
            .Where(row => row.TokenId == token)
            .Select(row => row.DueAt)
            .SingleAsync(Stop));
        return due!.Value;
    }

    /// <summary>The types of the timers that run for this scene.</summary>
    public async Task<IReadOnlyList<string>> TimersAsync(Guid sceneId)
    {
        List<string> timers = [];
        await WithDatabaseAsync(async database => timers = await database.Set<OutboxMessage>()
            .Where(row => row.DueAt != null && row.Body.Contains(sceneId.ToString()))
            .Select(row => row.MessageTypes)
            .ToListAsync(Stop));
        return [.. timers.Select(types => types[(types.LastIndexOf(':') + 1)..]).Order()];
    }

    public async Task<AvatarStanding?> StandingAsync(Guid avatarId)
    {
        AvatarStanding? standing = null;
        await WithDatabaseAsync(async database => standing = await database.Avatars
            .Where(avatar => avatar.AvatarId == avatarId)
            .Select(avatar => (AvatarStanding?)avatar.Standing)
            .SingleOrDefaultAsync(Stop));
        return standing;
    }

    /// <summary>The types of what waits in the outbox, timers included, and is about this scene.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(Guid sceneId)
    {
        List<string> waiting = [];
        await WithDatabaseAsync(async database => waiting = await database.Set<OutboxMessage>()
            .Where(row => row.Body.Contains(sceneId.ToString()))
            .Select(row => row.MessageTypes)
            .ToListAsync(Stop));
        return waiting;
    }

    public Task AddAsync(SceneState scene)
        => WithDatabaseAsync(async database =>
        {
            database.Add(scene);
            await database.SaveChangesAsync(Stop);
        });

    public async Task<int> CountScenesAsync()
    {
        var count = 0;
        await WithDatabaseAsync(async database => count = await database.Scenes.CountAsync(Stop));
        return count;
    }

    public async Task<T> InDatabaseAsync<T>(Func<SceneDbContext, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }

    internal async Task WithDatabaseAsync(Func<SceneDbContext, Task> work)
    {
        await using var scope = _services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<SceneDbContext>());
    }
}
