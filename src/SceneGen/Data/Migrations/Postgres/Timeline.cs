using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260112000000_Timeline")]
internal sealed class Timeline : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("Kind", "timeline", "character varying(20)", maxLength: 20, defaultValue: "transition");
        migrationBuilder.AddColumn<string>("Code", "timeline", "character varying(30)", maxLength: 30, nullable: true);
        migrationBuilder.AddColumn<int>("DurationMs", "timeline", "integer", nullable: true);
        migrationBuilder.AddColumn<string>("Data", "timeline", "text", nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("StateEnteredAt", "scenes", "timestamp with time zone", nullable: true);
        migrationBuilder.AddColumn<string>("WaitsFor", "scenes", "text", nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("WaitsSince", "scenes", "timestamp with time zone", nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("ChecksWaitSince", "generation_intents", "timestamp with time zone", nullable: true);
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
