using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SceneGen.Generation.Intents;
using SceneGen.Scenes;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Quotas;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Data.Sqlite;

public sealed class SqliteSceneDbContext(DbContextOptions<SqliteSceneDbContext> options) : SceneDbContext(options)
{
    public override Task<SceneAvatar?> FindAvatarAsync(Guid avatarId, CancellationToken cancellationToken)
        => Avatars.SingleOrDefaultAsync(avatar => avatar.AvatarId == avatarId, cancellationToken);

    public override Task<QuotaHolder?> FindQuotaHolderAsync(string name, CancellationToken cancellationToken)
        => QuotaHolders.SingleOrDefaultAsync(holder => holder.Name == name, cancellationToken);

    public override Task CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder(Database.GetConnectionString()).DataSource;
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        // Readers do not wait for the writer. The file remembers the mode.
        return Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
    }

    // The transaction began as a writer's, and SQLite has one writer at a time.
    public override Task LockMigrationsAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task<bool> NumberAndTellCheckAsync(IntentCheck check, CancellationToken cancellationToken)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        if (!await NumberCheckAsync(check, cancellationToken))
        {
            return false;
        }

        var (intent, count) = (check.Intent, check.Happened.Count);
        var scenes = await Scenes
            .FromSql($"""
                UPDATE scenes SET "TimelineSequence" = "TimelineSequence" + {count}, "Version" = "Version" + 1
                WHERE "CorrelationId" = {intent.SceneId} AND "Run" = {intent.Run} AND "Attempt" = {intent.Attempt}
                    AND "ErasedAt" IS NULL AND "CurrentState" IN ('Submitting', 'Generating')
                RETURNING *
                """)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        Timeline.AddRange(scenes.SelectMany(scene => EntriesOf(scene, check)));
        await SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // SQLite compares no DateTimeOffset; ticks in UTC sort as the times do.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }

    /// <summary>The scene has counted them already.</summary>
    private static IEnumerable<SceneTimelineEntry> EntriesOf(SceneState scene, IntentCheck check)
        => check.Happened.Select((happened, index)
            => TimelineLine.Of(happened).In(scene, scene.TimelineSequence - check.Happened.Count + index + 1));
}
