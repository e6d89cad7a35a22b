using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260105000000_FailureHistory")]
internal sealed class FailureHistory : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<decimal>("Cost", "scenes", "TEXT", defaultValue: 0m);
        migrationBuilder.AddColumn<decimal>("AttemptPrice", "scenes", "TEXT", nullable: true);
        migrationBuilder.AddColumn<string>("FailedBy", "generation_intents", "TEXT", nullable: true);
        migrationBuilder.CreateTable(
            "flagged",
            table => new
            {
                AvatarHash = table.Column<string>("TEXT", maxLength: 64),
                PromptHash = table.Column<string>("TEXT", maxLength: 64),
                At = table.Column<long>("INTEGER"),
            },
            constraints: table => table.PrimaryKey("PK_flagged", row => new { row.AvatarHash, row.PromptHash }));
        migrationBuilder.CreateIndex("IX_flagged_PromptHash", "flagged", "PromptHash");
        migrationBuilder.CreateTable(
            "avatar_verdicts",
            table => new
            {
                AvatarHash = table.Column<string>("TEXT", maxLength: 64),
                Fault = table.Column<string>("TEXT", maxLength: 20),
                At = table.Column<long>("INTEGER"),
            },
            constraints: table => table.PrimaryKey("PK_avatar_verdicts", row => row.AvatarHash));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("avatar_verdicts");
        migrationBuilder.DropTable("flagged");
        migrationBuilder.DropColumn("FailedBy", "generation_intents");
        migrationBuilder.DropColumn("AttemptPrice", "scenes");
        migrationBuilder.DropColumn("Cost", "scenes");
    }
}
