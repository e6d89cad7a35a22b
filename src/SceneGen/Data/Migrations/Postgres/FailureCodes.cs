using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260115000000_FailureCodes")]
internal sealed class FailureCodes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
        => migrationBuilder.CreateIndex(
            "IX_scenes_FailureCode_CreatedAt",
            "scenes",
            ["FailureCode", "CreatedAt"],
            filter: "\"FailureCode\" IS NOT NULL");

    protected override void Down(MigrationBuilder migrationBuilder)
        => migrationBuilder.DropIndex("IX_scenes_FailureCode_CreatedAt", "scenes");
}
