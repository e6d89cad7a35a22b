using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260118000000_Quotas")]
internal sealed class Quotas : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "quota_holders",
            table => new
            {
                Name = table.Column<string>("character varying(150)", maxLength: 150),
                Version = table.Column<int>("integer"),
                UsedAt = table.Column<DateTimeOffset>("timestamp with time zone"),
            },
            constraints: table => table.PrimaryKey("PK_quota_holders", row => row.Name));
        migrationBuilder.CreateIndex("IX_quota_holders_UsedAt", "quota_holders", "UsedAt");

        migrationBuilder.CreateTable(
            "request_counts",
            table => new
            {
                Name = table.Column<string>("character varying(150)", maxLength: 150),
                Minute = table.Column<long>("bigint"),
                Requests = table.Column<int>("integer"),
            },
            constraints: table => table.PrimaryKey("PK_request_counts", row => row.Name));
        migrationBuilder.CreateIndex("IX_request_counts_Minute", "request_counts", "Minute");

        migrationBuilder.AddColumn<string>("AskedBy", "scenes", "character varying(100)", maxLength: 100, nullable: true);
        migrationBuilder.CreateIndex(
            "IX_scenes_AskedBy_CurrentState", "scenes", ["AskedBy", "CurrentState"], filter: "\"AskedBy\" IS NOT NULL");
        migrationBuilder.CreateIndex(
            "IX_scenes_AskedBy_CreatedAt", "scenes", ["AskedBy", "CreatedAt"], filter: "\"AskedBy\" IS NOT NULL");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_scenes_AskedBy_CreatedAt", "scenes");
        migrationBuilder.DropIndex("IX_scenes_AskedBy_CurrentState", "scenes");
        migrationBuilder.DropColumn("AskedBy", "scenes");
        migrationBuilder.DropTable("request_counts");
        migrationBuilder.DropTable("quota_holders");
    }
}
