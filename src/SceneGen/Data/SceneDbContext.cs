using Microsoft.EntityFrameworkCore;
using SceneGen.Access.Keys;
using SceneGen.Access.Protection;
using SceneGen.Access.Sessions;
using SceneGen.Assets.Files;
using SceneGen.Callbacks.Telling;
using SceneGen.Data.Leases;
using SceneGen.Generation.Disputes;
using SceneGen.Generation.Gates;
using SceneGen.Generation.Hints;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Traffic.Slices;
using SceneGen.Operations.Audit;
using SceneGen.Persistence.Outbox;
using SceneGen.Scenes;
using SceneGen.Scenes.Callers;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Quotas;
using SceneGen.Scenes.Timeline;
using SceneGen.Themes.Life;

namespace SceneGen.Data;

/// <summary>Everything the service remembers. What one database needs and the other does not is in its derived class.</summary>
public abstract class SceneDbContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<SceneState> Scenes => Set<SceneState>();

    public DbSet<SceneAvatar> Avatars => Set<SceneAvatar>();

    public DbSet<SceneTimelineEntry> Timeline => Set<SceneTimelineEntry>();

    public DbSet<GenerationIntent> Intents => Set<GenerationIntent>();

    public DbSet<WebhookReceipt> WebhookReceipts => Set<WebhookReceipt>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<FlaggedContent> Flagged => Set<FlaggedContent>();

    public DbSet<AvatarVerdict> AvatarVerdicts => Set<AvatarVerdict>();

    public DbSet<ProviderBudget> ProviderBudget => Set<ProviderBudget>();

    public DbSet<ProviderSlice> ProviderSlices => Set<ProviderSlice>();

    public DbSet<ProviderGate> ProviderGates => Set<ProviderGate>();

    public DbSet<ThemeVersion> ThemeVersions => Set<ThemeVersion>();

    public DbSet<KeptFile> KeptFiles => Set<KeptFile>();

    public DbSet<FileUse> FileUses => Set<FileUse>();

    public DbSet<OperatorAction> OperatorActions => Set<OperatorAction>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    public DbSet<SessionErasure> SessionErasures => Set<SessionErasure>();

    public DbSet<KeptAnswer> KeptAnswers => Set<KeptAnswer>();

    public DbSet<QuotaHolder> QuotaHolders => Set<QuotaHolder>();

    public DbSet<RequestCount> RequestCounts => Set<RequestCount>();

    public DbSet<SceneCallback> Callbacks => Set<SceneCallback>();

    /// <summary>The row is this transaction's until it ends, or whoever saves second fails and runs again.</summary>
    public abstract Task<QuotaHolder?> FindQuotaHolderAsync(string name, CancellationToken cancellationToken);

    /// <summary>The row is this transaction's until it ends, or whoever saves second fails and runs again.</summary>
    public abstract Task<SceneAvatar?> FindAvatarAsync(Guid avatarId, CancellationToken cancellationToken);

    /// <summary>
    /// Notes the check on its intent, and what happened in the scene's timeline, in one transaction. False when another
    /// check came first: then nothing is noted.
    /// </summary>
    public Task<bool> RecordCheckAsync(IntentCheck check, CancellationToken cancellationToken)
        => check.Happened.Count == 0
            ? NumberCheckAsync(check, cancellationToken)
            : NumberAndTellCheckAsync(check, cancellationToken);

    /// <summary>Makes the database itself, without tables, unless it is there.</summary>
    public abstract Task CreateDatabaseAsync(CancellationToken cancellationToken);

    /// <summary>Returns when no other process migrates; none can until the present transaction ends.</summary>
    public abstract Task LockMigrationsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// A scene that is erased, has ended or is at another attempt is told nothing. Its version is raised with its
    /// counter: a step of the scene at the same moment comes after this, or starts again.
    /// </summary>
    protected abstract Task<bool> NumberAndTellCheckAsync(IntentCheck check, CancellationToken cancellationToken);

    protected async Task<bool> NumberCheckAsync(IntentCheck check, CancellationToken cancellationToken)
        => await Intents
            .Where(row => row.SceneId == check.Intent.SceneId && row.Run == check.Intent.Run)
            .Where(row => row.Attempt == check.Intent.Attempt && row.Checks == check.Intent.Checks)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Checks, check.Number)
                    .SetProperty(row => row.ChecksWaitSince, check.WaitSince),
                cancellationToken) == 1;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.AddOutbox().ApplyConfigurationsFromAssembly(typeof(SceneDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        => configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(20);
}
