using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Callbacks;
using SceneGen.Callbacks.Telling;
using SceneGen.Data;
using SceneGen.Settings;

namespace SceneGen.Access.Keys;

/// <summary>Adds a key and prints it once, lists the keys, revokes one, or prints what signs the callbacks of one.</summary>
internal static class KeysCommand
{
    public const string Name = "keys";

    private const string ScopesOption = "scopes";
    private const string OldOption = "--old";

    /// <summary>The one in use and the one that follows it.</summary>
    private const int MostOfOneName = 2;

    private const string Usage =
        "Write 'keys add NAME --scopes scenes,ops', 'keys list', 'keys revoke NAME', 'keys revoke NAME --old' (all of that name "
        + "but the newest) or 'keys callback-secret NAME'. A name is 1 to 100 letters, digits, -, _ or dots.";

    public static Task<int> RunAsync(string[] arguments)
        => StartFault.SayAsync(() => arguments switch
        {
            ["add", var name, .. var words] when ApiKey.IsName(name) && !name.StartsWith('-') => AddAsync(name, words),
            ["list", .. var settings] => ListAsync(settings),
            ["revoke", var name, .. var words] when ApiKey.IsName(name) => RevokeAsync(
                name, keepNewest: words.Contains(OldOption), [.. words.Where(word => word != OldOption)]),
            ["callback-secret", var name, .. var settings] when ApiKey.IsName(name) => ShowCallbackSecretAsync(name, settings),
            _ => throw new InvalidOperationException(Usage),
        });

    private static async Task AddAsync(string name, string[] words)
    {
        var scopes = KeyScopes.Split(new ConfigurationBuilder().AddCommandLine(words).Build()[ScopesOption] ?? "");
        if (!KeyScopes.AreKnown(scopes))
        {
            throw new InvalidOperationException($"--scopes names no scope, or one that is not known: {KeyScopes.Mend}.");
        }

        var secret = KeySecret.Make();
        var isAdded = await WithDatabaseAsync(words, async (services, database, stop) =>
        {
            var key = new ApiKey
            {
                Name = name,
                Sha256 = KeySecret.HashOf(secret),
                Scopes = KeyScopes.Join(scopes),
                AddedAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            };
            if (ConfiguredIn(services).Count(one => one.Name == name) + await Valid(database, name).CountAsync(stop) >= MostOfOneName)
            {
                return false;
            }

            database.Add(key);
            await database.SaveChangesAsync(stop);
            return true;
        });
        if (!isAdded)
        {
            throw new InvalidOperationException(
                $"{name} has two valid keys already: revoke the one that is no longer used with 'keys revoke {name} --old'.");
        }

        await Console.Error.WriteLineAsync("This is shown once; keep it where the caller finds it:");
        await Console.Out.WriteLineAsync(secret);
    }

    private static async Task ListAsync(string[] settings)
        => await WithDatabaseAsync(settings, async (services, database, stop) =>
        {
            var configured = ConfiguredIn(services);
            foreach (var key in configured)
            {
                await Console.Out.WriteLineAsync(
                    $"{key.Name}  {KeyScopes.Join(key.Scopes)}  {Mark(key.Sha256)}  in the configuration");
            }

            var rows = await database.ApiKeys.AsNoTracking().OrderBy(key => key.AddedAt).ToListAsync(stop);
            foreach (var row in rows)
            {
                await Console.Out.WriteLineAsync($"{row.Name}  {row.Scopes}  {Mark(row.Sha256)}  added {Day(row.AddedAt)}  {State(row)}");
            }

            if (configured.Count + rows.Count == 0)
            {
                await Console.Out.WriteLineAsync("There are no keys: only programs on this machine may call.");
            }

            return true;
        });

    private static async Task RevokeAsync(string name, bool keepNewest, string[] settings)
    {
        var isRevoked = await WithDatabaseAsync(settings, async (services, database, stop) =>
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var valid = await Valid(database, name).OrderByDescending(key => key.AddedAt).Select(key => key.Sha256).ToListAsync(stop);
            var old = valid.Skip(keepNewest ? 1 : 0).ToList();
            return await database.ApiKeys
                .Where(key => old.Contains(key.Sha256))
                .ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, now), stop) > 0;
        });
        if (!isRevoked)
        {
            throw new InvalidOperationException(
                $"The database has no {(keepNewest ? "older " : "")}key of the name {name} that could be revoked; one of Auth:Keys is "
                + "taken out of the configuration.");
        }

        await Console.Out.WriteLineAsync(keepNewest
            ? $"Of {name} the newest key alone is valid now; every instance knows within seconds."
            : $"{name} is revoked; every instance knows within seconds.");
    }

    private static async Task ShowCallbackSecretAsync(string name, string[] settings)
    {
        var own = "";
        var isKnown = await WithDatabaseAsync(settings, async (services, database, stop) =>
        {
            own = services.GetRequiredService<IOptions<CallbackOptions>>().Value.Secret;
            return ConfiguredIn(services).Any(key => key.Name == name) || await Valid(database, name).AnyAsync(stop);
        });
        if (own.Length == 0)
        {
            throw new InvalidOperationException(
                "Callbacks:Secret is not set, and nothing is posted: set it as the service has it, for each key's is derived from it.");
        }

        if (!isKnown)
        {
            throw new InvalidOperationException(
                $"There is no key of the name {name}; 'keys list' has their names, and upper and lower case are not the same.");
        }

        await Console.Error.WriteLineAsync($"Posts for scenes that {name} asks for are signed with:");
        await Console.Out.WriteLineAsync(CallbackSecret.Of(own, name));
    }

    private static IQueryable<ApiKey> Valid(SceneDbContext database, string name)
        => database.ApiKeys.Where(key => key.Name == name && key.RevokedAt == null);

    /// <summary>Tells two keys of one name apart, by what nobody can use.</summary>
    private static string Mark(string sha256) => sha256[..8];

    private static IReadOnlyList<ConfiguredKey> ConfiguredIn(IServiceProvider services)
        => services.GetRequiredService<IOptions<AuthOptions>>().Value.Keys;

    private static string Day(DateTimeOffset time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string State(ApiKey key)
        => key.RevokedAt is { } revoked ? $"revoked {Day(revoked)}"
            : key.UsedAt is { } used ? $"used {Day(used)}"
            : "not used yet";

    private static async Task<bool> WithDatabaseAsync(
        string[] settings, Func<IServiceProvider, SceneDbContext, CancellationToken, Task<bool>> work)
    {
        var builder = Host.CreateApplicationBuilder(settings);
        builder.Configuration.AddSceneGenSources();

        // What it has to say is on the console already.
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddKeys();
        builder.Services.AddSettings<CallbackOptions>("Callbacks");

        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        var stop = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

        // The first key may come before the first start.
        await scope.ServiceProvider.GetRequiredService<SceneMigrator>().MigrateAsync(stop);
        return await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<SceneDbContext>(), stop);
    }
}
