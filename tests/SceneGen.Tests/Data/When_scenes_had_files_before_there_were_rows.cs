using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Data;

public abstract class When_scenes_had_files_before_there_were_rows
{
    private const string Before = "20260106000000_Reconciliation";
    private static readonly string Picture = new('a', 64);
    private static readonly string Thumbnail = new('b', 64);

    [Fact]
    public async Task the_migration_names_their_files()
    {
        await using var database = new SceneDatabase(Make());
        await database.MigrateToAsync(Before);
        await database.ExecuteAsync(Insert("1", Picture, Thumbnail));
        await database.ExecuteAsync(Insert("2", Picture, Thumbnail));
        await database.ExecuteAsync(Insert("3", null, null));

        await database.MigrateAsync();

        Assert.Equal(
            [$"{Picture}.png", $"{Thumbnail}.png"],
            await database.ReadAsync("""SELECT "Sha256" || '.' || "Extension" AS "Value" FROM stored_files ORDER BY 1"""));
        Assert.Equal(
            ["1", "1", "2", "2"],
            await database.ReadAsync(
                """SELECT substr(lower(cast("SceneId" AS text)), 36) AS "Value" FROM scene_files ORDER BY 1"""));
        Assert.Equal(
            ["2"],
            await database.ReadAsync(
                """SELECT cast(count(*) AS text) AS "Value" FROM scenes WHERE "ReadyAt" = "UpdatedAt" """));
    }

    protected abstract TestDatabase Make();

    protected abstract string Now { get; }

    private string Insert(string id, string? picture, string? thumbnail)
        => $"""
            INSERT INTO scenes ("CorrelationId", "Version", "CurrentState", "AvatarId", "SessionId", "AvatarUrl", "CreatedAt",
                "UpdatedAt", "Run", "Attempt", "AttemptLimit", "RollbackRequests", "StepSends", "TimelineSequence",
                "ImageSha256", "ThumbnailSha256", "ImageContentType")
            VALUES ('00000000-0000-0000-0000-00000000000{id}', 1, 'Ready', '00000000-0000-0000-0000-000000000009', 's', 'u',
                {Now}, {Now}, 1, 1, 3, 0, 0, 0, {Text(picture)}, {Text(thumbnail)}, 'image/png')
            """;

    private static string Text(string? text) => text is null ? "NULL" : $"'{text}'";

    public sealed class On_SQLite : When_scenes_had_files_before_there_were_rows
    {
        protected override string Now => "638000000000000000";

        protected override TestDatabase Make() => new SqliteDatabase();
    }

    public sealed class On_PostgreSQL : When_scenes_had_files_before_there_were_rows
    {
        protected override string Now => "'2026-01-01T00:00:00Z'";

        protected override TestDatabase Make() => new PostgresDatabase();
    }
}
