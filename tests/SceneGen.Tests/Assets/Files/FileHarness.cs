using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Assets;
using SceneGen.Assets.Files;
using SceneGen.Assets.Serving;
using SceneGen.Assets.Sweeping;
using SceneGen.Assets.Sweeping.Reports;
using SceneGen.Data;
using SceneGen.Operations.Invariants;
using SceneGen.Scenes;
using SceneGen.Scenes.Options;
using SceneGen.Settings;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Assets.Files;

/// <summary>A folder of files and the rows that name them, as two instances at once may work on them.</summary>
internal sealed class FileHarness : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly TestFolder _folder = new();
    private readonly ServiceProvider _services;

    private FileHarness(TestDatabase database)
    {
        _database = database;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("ConnectionStrings:Database", database.ConnectionString), new("Storage:Path", _folder.Root),
        ]).Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddData(configuration)
            .AddSingleton<TimeProvider>(Clock)
            .AddStore()
            .AddServing()
            .AddFiles()
            .AddSweep()
            .AddSettings<CompensationOptions>("Compensation")
            .AddInvariants(new CheckDepth(ReadsFiles: true))
            .BuildServiceProvider(validateScopes: true);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public SettableClock Clock { get; } = new();

    public static async Task<FileHarness> StartAsync(TestDatabase database)
    {
        var harness = new FileHarness(database);
        await harness._services.GetRequiredService<TemporaryFolder>().StartingAsync(Stop);
        await harness.InDatabaseAsync(context => context.Database.EnsureCreatedAsync(Stop));
        return harness;
    }

    public async Task<StoredFile> PutAsync(byte[] bytes, string extension = "jpg")
    {
        var store = _services.GetRequiredService<IAssetStore>();
        var path = store.NewTemporaryPath(extension);
        await File.WriteAllBytesAsync(path, bytes, Stop);
        return await store.AddAsync(path, extension, Stop);
    }

    /// <summary>False when the file was released and may be gone.</summary>
    public Task<bool> NameAsync(
        Guid scene, StoredFile file, int attempt = 1, IReadOnlyDictionary<string, int>? gone = null)
        => InScopeAsync(async services =>
        {
            var use = new FileUse { SceneId = scene, Run = 1, Attempt = attempt };
            var isNamed = await services.GetRequiredService<FileUses>()
                .TryAddAsync(use, [(file, "jpg")], gone ?? FileUses.NoneGone, Stop);
            if (isNamed)
            {
                await services.GetRequiredService<SceneDbContext>().Database.CommitTransactionAsync(Stop);
            }

            return isNamed;
        });

    /// <summary>As a scene's store does it from beginning to end.</summary>
    public async Task KeepAsync(Guid scene, byte[] bytes)
    {
        var file = await PutAsync(bytes);
        if (await NameAsync(scene, file))
        {
            return;
        }

        do
        {
            var gone = await InScopeAsync(services => services.GetRequiredService<FileUses>()
                .WhenGoneAsync([file.Sha256], Stop));
            await PutAsync(bytes);
            if (await NameAsync(scene, file, gone: gone))
            {
                return;
            }
        }
        while (true);
    }

    public Task<IReadOnlyList<ReleasedFile>> ReleaseAsync(Guid scene, string sha256, int? attempt = null)
        => InScopeAsync(async services =>
        {
            var database = services.GetRequiredService<SceneDbContext>();
            await using var transaction = await database.Database.BeginTransactionAsync(Stop);
            var uses = database.FileUses.Where(use => use.SceneId == scene && use.Sha256 == sha256)
                .Where(use => attempt == null || use.Attempt == attempt);
            var released = await services.GetRequiredService<FileUses>().ReleaseAsync(uses, [sha256], Stop);
            await transaction.CommitAsync(Stop);
            return released;
        });

    public Task RemoveAsync(ReleasedFile file)
        => InScopeAsync(async services =>
        {
            await services.GetRequiredService<FileBin>().RemoveAsync(file, Stop);
            return true;
        });

    public async Task DiscardAsync(Guid scene, string sha256)
    {
        foreach (var released in await ReleaseAsync(scene, sha256))
        {
            await RemoveAsync(released);
        }
    }

    public bool IsThere(string sha256) => File.Exists(PathOf(sha256));

    public string PathOf(string sha256) => _folder[$"{sha256[..2]}/{sha256}.jpg"];

    /// <summary>A scene with this picture, stored now.</summary>
    public async Task<SceneState> AddSceneAsync(byte[] picture, string state = "Ready", bool isNamed = true)
    {
        var file = await PutAsync(picture);
        var scene = A.SceneIn(state);
        (scene.ImageSha256, scene.ThumbnailSha256) = (file.Sha256, file.Sha256);
        (scene.ReadyAt, scene.UpdatedAt) = (Clock.GetUtcNow(), Clock.GetUtcNow());
        await InDatabaseAsync(database =>
        {
            database.Add(scene);
            return database.SaveChangesAsync(Stop);
        });
        if (isNamed)
        {
            await NameAsync(scene.CorrelationId, file);
        }

        return scene;
    }

    public Task<SweepReport> SweepAsync(bool dryRun = false)
        => InScopeAsync(services => services.GetRequiredService<Sweep>().RunAsync(dryRun, Clock.GetUtcNow(), Stop));

    /// <summary>What each promise's one look finds now, by the promise's name.</summary>
    public Task<Dictionary<string, Finding>> LookAsync()
        => InScopeAsync(async services =>
        {
            var findings = new Dictionary<string, Finding>(StringComparer.Ordinal);
            foreach (var invariant in services.GetServices<IInvariant>())
            {
                findings[invariant.Name] = await invariant.LookAsync(Stop);
            }

            return findings;
        });

    public Task AddAsync(params object[] rows)
        => InDatabaseAsync(database =>
        {
            database.AddRange(rows);
            return database.SaveChangesAsync(Stop);
        });

    public Task<T> InDatabaseAsync<T>(Func<SceneDbContext, Task<T>> work)
        => InScopeAsync(services => work(services.GetRequiredService<SceneDbContext>()));

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
