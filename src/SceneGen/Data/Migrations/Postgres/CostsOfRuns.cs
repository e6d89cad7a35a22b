using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260121000000_CostsOfRuns")]
internal sealed class CostsOfRuns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTimeOffset>("RunBeganAt", "scenes", "timestamp with time zone", nullable: true);
        migrationBuilder.AddColumn<decimal>("CostBeforeDay", "scenes", "numeric(12,4)", defaultValue: 0m);

        // Costs are no longer added up by when a scene was made.
        migrationBuilder.DropIndex("IX_scenes_AskedBy_CreatedAt", "scenes");
        migrationBuilder.CreateIndex(
            "IX_scenes_AskedBy_RunBeganAt", "scenes", ["AskedBy", "RunBeganAt"], filter: "\"AskedBy\" IS NOT NULL");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_scenes_AskedBy_RunBeganAt", "scenes");
        migrationBuilder.CreateIndex(
            "IX_scenes_AskedBy_CreatedAt", "scenes", ["AskedBy", "CreatedAt"], filter: "\"AskedBy\" IS NOT NULL");
        migrationBuilder.DropColumn("CostBeforeDay", "scenes");
        migrationBuilder.DropColumn("RunBeganAt", "scenes");
    }
}
