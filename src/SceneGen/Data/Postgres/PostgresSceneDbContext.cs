using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using SceneGen.Scenes.Compensation;

namespace SceneGen.Data.Postgres;

public sealed class PostgresSceneDbContext(DbContextOptions<PostgresSceneDbContext> options) : SceneDbContext(options)
{
    private const long MigrationLock = 0x5343_454E_4547_454E;

    public override async Task<SceneAvatar?> FindAvatarAsync(Guid avatarId, CancellationToken cancellationToken)
        => (await Avatars
            .FromSql($"""SELECT * FROM avatars WHERE "AvatarId" = {avatarId} FOR UPDATE""")
            .ToListAsync(cancellationToken)).SingleOrDefault();

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
