using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Data;

public abstract class When_a_database_is_migrated
{
    /// <summary>All there are, the oldest first.</summary>
    private static readonly string[] Migrations =
    [
        .. typeof(SceneDbContext).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Lists tables, columns, keys and indexes, one a line, without the migrator's own.</summary>
    protected abstract string Schema { get; }

    [Fact]
    public async Task it_is_as_the_model_says()
    {
        await using var model = new SceneDatabase(Make());
        await using var migrated = new SceneDatabase(Make());

        await model.MakeOfModelAsync();
        await migrated.MigrateAsync();

        var expected = await model.ReadAsync(Schema);
        Assert.Contains(expected, line => line.Contains("IX_scenes_SessionId_CreatedAt", StringComparison.Ordinal));
        Assert.Equal(expected, await migrated.ReadAsync(Schema));
    }

    [Fact]
    public async Task again_nothing_changes()
    {
        await using var database = new SceneDatabase(Make());
        Assert.StartsWith("20260101000000_InitialSchema", Migrations[0], StringComparison.Ordinal);
        Assert.Equal(Migrations, await database.MigrateAsync());
        var before = await database.ReadAsync(Schema);

        Assert.Empty(await database.MigrateAsync());

        Assert.Equal(before, await database.ReadAsync(Schema));
    }

    [Fact]
    public async Task by_many_at_once_one_does_it_and_all_go_on()
    {
        await using var database = new SceneDatabase(Make());

        var applied = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(database.MigrateAsync, TestContext.Current.CancellationToken)));

        Assert.Equal(Migrations, applied.SelectMany(names => names));
    }

    protected abstract TestDatabase Make();

    public sealed class On_SQLite : When_a_database_is_migrated
    {
        protected override string Schema =>
            """
            SELECT concat_ws(' ', t.name, c.cid, c.name, c.type, c."notnull", c.dflt_value, c.pk) AS "Value"
            FROM sqlite_master t, pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EF%' ESCAPE '\'
            UNION ALL
            SELECT concat_ws(' ', t.name, k."from", k."table", k."to", k.on_delete)
            FROM sqlite_master t, pragma_foreign_key_list(t.name) k WHERE t.type = 'table'
            UNION ALL
            SELECT sql FROM sqlite_master
            WHERE type = 'index' AND sql IS NOT NULL AND tbl_name NOT LIKE '\_\_EF%' ESCAPE '\'
            ORDER BY 1
            """;

        [Fact]
        public async Task the_lock_of_a_killed_process_stands_in_nobodys_way()
        {
            await using var database = new SceneDatabase(Make());
            await database.ExecuteAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00');
                """);

            Assert.Equal(Migrations, await database.MigrateAsync());
        }

        protected override TestDatabase Make() => new SqliteDatabase();
    }

    public sealed class On_PostgreSQL : When_a_database_is_migrated
    {
        protected override string Schema =>
            """
            SELECT concat_ws(' ', table_name, ordinal_position, column_name, data_type, character_maximum_length,
                is_nullable, column_default, is_identity) AS "Value"
            FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
            UNION ALL
            SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
            UNION ALL
            SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
            ORDER BY 1
            """;

        protected override TestDatabase Make() => new PostgresDatabase();
    }
}
