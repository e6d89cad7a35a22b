using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260118000000_Quotas")]
internal sealed class Quotas : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "quota_holders",
            table => new
            {
                Name = table.Column<string>("TEXT"),
                Version = table.Column<int>("INTEGER"),
                UsedAt = table.Column<long>("INTEGER"),
            },
            constraints: table => table.PrimaryKey("PK_quota_holders", row => row.Name));
        migrationBuilder.CreateIndex("IX_quota_holders_UsedAt", "quota_holders", "UsedAt");

        migrationBuilder.CreateTable(
            "request_counts",
            table => new
            {
                Name = table.Column<string>("TEXT"),
                Minute = table.Column<long>("INTEGER"),
                Requests = table.Column<int>("INTEGER"),
            },
            constraints: table => table.PrimaryKey("PK_request_counts", row => row.Name));
        migrationBuilder.CreateIndex("IX_request_counts_Minute", "request_counts", "Minute");

        migrationBuilder.AddColumn<string>("AskedBy", "scenes", "TEXT", nullable: true);
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
