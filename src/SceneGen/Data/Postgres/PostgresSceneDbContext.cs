using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using SceneGen.Generation.Intents;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Quotas;

namespace SceneGen.Data.Postgres;

public sealed class PostgresSceneDbContext(DbContextOptions<PostgresSceneDbContext> options) : SceneDbContext(options)
{
    private const long MigrationLock = 0x5343_454E_4547_454E;

    public override async Task<SceneAvatar?> FindAvatarAsync(Guid avatarId, CancellationToken cancellationToken)
        => (await Avatars
            .FromSql($"""SELECT * FROM avatars WHERE "AvatarId" = {avatarId} FOR UPDATE""")
            .ToListAsync(cancellationToken)).SingleOrDefault();

    public override async Task<QuotaHolder?> FindQuotaHolderAsync(string name, CancellationToken cancellationToken)
        => (await QuotaHolders
            .FromSql($"""SELECT * FROM quota_holders WHERE "Name" = {name} FOR UPDATE""")
            .ToListAsync(cancellationToken)).SingleOrDefault();

    /// <summary>One statement, for every picture is asked after several times.</summary>
    protected override async Task<bool> NumberAndTellCheckAsync(IntentCheck check, CancellationToken cancellationToken)
    {
        var (intent, lines) = (check.Intent, new CheckLines(check.Happened));
        var numbered = await Database
            .SqlQuery<int>($"""
                WITH numbered AS (
                    UPDATE generation_intents SET "Checks" = {check.Number}, "ChecksWaitSince" = {check.WaitSince}
                    WHERE "SceneId" = {intent.SceneId} AND "Run" = {intent.Run} AND "Attempt" = {intent.Attempt}
                        AND "Checks" = {intent.Checks}
                    RETURNING 1),
                counted AS (
                    UPDATE scenes SET "TimelineSequence" = "TimelineSequence" + {lines.Count}, "Version" = "Version" + 1
                    WHERE "CorrelationId" = {intent.SceneId} AND "Run" = {intent.Run} AND "Attempt" = {intent.Attempt}
                        AND "ErasedAt" IS NULL AND "CurrentState" IN ('Submitting', 'Generating')
                        AND EXISTS (SELECT 1 FROM numbered)
                    RETURNING "CorrelationId", "TimelineSequence" - {lines.Count} AS "Before", "CurrentState", "Attempt"),
                told AS (
                    INSERT INTO timeline (
                        "SceneId", "Sequence", "At", "State", "Attempt", "Text", "Kind", "Code", "DurationMs", "Data")
                    SELECT "CorrelationId", "Before" + n, at, "CurrentState", "Attempt", text, kind, code, took, data
                    FROM counted, unnest(
                        {lines.At}, {lines.Texts}, {lines.Kinds}, {lines.Codes}, {lines.DurationsMs}, {lines.Data})
                        WITH ORDINALITY AS line (at, text, kind, code, took, data, n))
                SELECT count(*)::int AS "Value" FROM numbered
                """)
            .ToListAsync(cancellationToken);
        return numbered.Single() == 1;
    }

    public override async Task CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var creator = this.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancellationToken);
        }
        catch (PostgresException error)
            when (error.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another instance made it at this moment. Connections refused before are not to be remembered.
            NpgsqlConnection.ClearPool((NpgsqlConnection)Database.GetDbConnection());
        }
    }

    public override Task LockMigrationsAsync(CancellationToken cancellationToken)
        => Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({MigrationLock})", cancellationToken);
}
