using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Generation.Disputes;
using SceneGen.Messaging;
using SceneGen.Persistence.Periodic;
using SceneGen.Scenes.Messages;
using SceneGen.Settings;

namespace SceneGen.Data.Retention;

/// <summary>What is forgotten, and when.</summary>
internal static class RetentionRegistration
{
    private const int MostErasedAtOnce = 200;
    private static readonly TimeSpan Often = TimeSpan.FromMinutes(10);

    // Far longer than a transaction or a minute takes.
    private static readonly TimeSpan LongUnused = TimeSpan.FromHours(1);

    // These look at every row there is.
    private static readonly TimeSpan Seldom = TimeSpan.FromHours(6);

    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services.AddSettings<RetentionOptions>("Retention");
        services.AddOld("webhook ids", Often, options => options.WebhookIds, OldRows.Webhooks);
        services.AddOld("flags", Often, options => options.Flags, OldRows.Flags);
        services.AddOld("verdicts", Often, options => options.Verdicts, OldRows.Verdicts);
        services.AddOld("timelines", Seldom, options => options.Timelines, OldRows.Timelines);
        services.AddOld("intents", Seldom, options => options.Intents, OldRows.Intents);
        services.AddOld("intents of deleted scenes", Seldom, _ => LongUnused, OldRows.ErasedIntents);
        services.AddOld("tombstones", Seldom, options => options.Tombstones, OldRows.Tombstones);
        services.AddOld("operator actions", Often, options => options.OperatorActions, OldRows.OperatorActions);
        services.AddOld("revoked keys", Seldom, options => options.Access, OldRows.RevokedKeys);
        services.AddOld("session erasures", Seldom, options => options.Access, OldRows.Erasures);
        services.AddOld("protection keys", Seldom, options => options.Access, OldRows.ProtectionKeys);
        services.AddOld("idempotency keys", Often, options => options.IdempotencyKeys, OldRows.KeptAnswers);
        services.AddOld("quota holders", Often, _ => LongUnused, OldRows.QuotaHolders);
        services.AddOld("request counts", Often, _ => LongUnused, OldRows.RequestCounts);
        services.AddOld("callbacks", Often, options => options.Callbacks, OldRows.Callbacks);
        services.AddOld("callbacks of deleted scenes", Seldom, _ => LongUnused, OldRows.ErasedCallbacks);
        services.AddPeriodicWork(new PeriodicWork("abandoned scenes", Often, EraseAbandonedAsync));
        services.AddPeriodicWork(new PeriodicWork("orders of probes", Seldom, ForgetProbesAsync));
        return services;
    }

    private static void AddOld<TEntity>(
        this IServiceCollection services,
        string what,
        TimeSpan pause,
        Func<RetentionOptions, TimeSpan> retention,
        Func<SceneDbContext, DateTimeOffset, IQueryable<TEntity>> old)
        where TEntity : class
        => services.AddPruning<SceneDbContext, TEntity>(
            what, pause, (database, scope) => old(database, Before(scope, retention)));

    /// <summary>By the scenes themselves, as when their users delete them; they are gone when the next batch is looked for.</summary>
    private static async Task<bool> EraseAbandonedAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        var database = scope.GetRequiredService<SceneDbContext>();
        var abandoned = await OldRows.Abandoned(database, Before(scope, options => options.AbandonedScenes))
            .Take(MostErasedAtOnce)
            .Select(scene => scene.CorrelationId)
            .ToListAsync(cancellationToken);
        var scenes = await scope.GetRequiredService<ISendEndpointProvider>().GetSendEndpoint(Queues.Scenes);
        foreach (var id in abandoned)
        {
            await scenes.Send(new EraseScene { SceneId = id }, cancellationToken);
        }

        await database.SaveChangesAsync(cancellationToken);
        return false;
    }

    /// <summary>The rows stay, for they say what was bought.</summary>
    private static async Task<bool> ForgetProbesAsync(IServiceProvider scope, CancellationToken cancellationToken)
    {
        await OldRows.ForgottenProbes(scope.GetRequiredService<SceneDbContext>(), Before(scope, _ => LongUnused))
            .ExecuteUpdateAsync(set => set.SetProperty(intent => intent.Input, ProbeVerdicts.NoInput), cancellationToken);
        return false;
    }

    private static DateTimeOffset Before(IServiceProvider scope, Func<RetentionOptions, TimeSpan> retention)
        => scope.GetRequiredService<TimeProvider>().GetUtcNow()
            - retention(scope.GetRequiredService<IOptions<RetentionOptions>>().Value);
}
