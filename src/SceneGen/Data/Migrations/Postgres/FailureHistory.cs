using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260105000000_FailureHistory")]
internal sealed class FailureHistory : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<decimal>("Cost", "scenes", "numeric(12,4)", defaultValue: 0m);
        migrationBuilder.AddColumn<decimal>("AttemptPrice", "scenes", "numeric(12,4)", nullable: true);
        migrationBuilder.AddColumn<string>("FailedBy", "generation_intents", "character varying(64)", nullable: true);
        migrationBuilder.CreateTable(
            "flagged",
            table => new
            {
                AvatarHash = table.Column<string>("character varying(64)", maxLength: 64),
                PromptHash = table.Column<string>("character varying(64)", maxLength: 64),
                At = table.Column<DateTimeOffset>("timestamp with time zone"),
            },
            constraints: table => table.PrimaryKey("PK_flagged", row => new { row.AvatarHash, row.PromptHash }));
        migrationBuilder.CreateIndex("IX_flagged_PromptHash", "flagged", "PromptHash");
        migrationBuilder.CreateTable(
            "avatar_verdicts",
            table => new
            {
                AvatarHash = table.Column<string>("character varying(64)", maxLength: 64),
                Fault = table.Column<string>("character varying(20)", maxLength: 20),
                At = table.Column<DateTimeOffset>("timestamp with time zone"),
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
