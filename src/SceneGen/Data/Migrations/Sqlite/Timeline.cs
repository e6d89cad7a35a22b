using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260112000000_Timeline")]
internal sealed class Timeline : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Kind", "timeline", "TEXT", maxLength: 20, defaultValue: "transition");
        migrationBuilder.AddColumn<string>("Code", "timeline", "TEXT", maxLength: 30, nullable: true);
        migrationBuilder.AddColumn<int>("DurationMs", "timeline", "INTEGER", nullable: true);
        migrationBuilder.AddColumn<string>("Data", "timeline", "TEXT", nullable: true);
        migrationBuilder.AddColumn<long>("StateEnteredAt", "scenes", "INTEGER", nullable: true);
        migrationBuilder.AddColumn<string>("WaitsFor", "scenes", "TEXT", nullable: true);
        migrationBuilder.AddColumn<long>("WaitsSince", "scenes", "INTEGER", nullable: true);
        migrationBuilder.AddColumn<long>("ChecksWaitSince", "generation_intents", "INTEGER", nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("ChecksWaitSince", "generation_intents");
        foreach (var column in new[] { "WaitsSince", "WaitsFor", "StateEnteredAt" })
        {
            migrationBuilder.DropColumn(column, "scenes");
        }

        foreach (var column in new[] { "Data", "DurationMs", "Code", "Kind" })
        {
            migrationBuilder.DropColumn(column, "timeline");
        }
    }
}
