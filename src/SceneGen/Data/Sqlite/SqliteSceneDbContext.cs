using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SceneGen.Scenes.Compensation;

namespace SceneGen.Data.Sqlite;

public sealed class SqliteSceneDbContext(DbContextOptions<SqliteSceneDbContext> options) : SceneDbContext(options)
{
    public override Task<SceneAvatar?> FindAvatarAsync(Guid avatarId, CancellationToken cancellationToken)
        => Avatars.SingleOrDefaultAsync(avatar => avatar.AvatarId == avatarId, cancellationToken);

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

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // SQLite compares no DateTimeOffset; ticks in UTC sort as the times do.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
    }
}
