using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260103000000_Webhooks")]
internal sealed class Webhooks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(
            "Token", "generation_intents", "character varying(32)", maxLength: 32, nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>(
            "HintedAt", "generation_intents", "timestamp with time zone", nullable: true);
        migrationBuilder.CreateIndex("IX_generation_intents_Token", "generation_intents", "Token", unique: true);

        migrationBuilder.CreateTable(
            "webhook_receipts",
            table => new
            {
                WebhookId = table.Column<string>("character varying(200)", maxLength: 200),
                ReceivedAt = table.Column<DateTimeOffset>("timestamp with time zone"),
            },
            constraints: table => table.PrimaryKey("PK_webhook_receipts", row => row.WebhookId));
        migrationBuilder.CreateIndex("IX_webhook_receipts_ReceivedAt", "webhook_receipts", "ReceivedAt");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("webhook_receipts");
        migrationBuilder.DropIndex("IX_generation_intents_Token", "generation_intents");
        migrationBuilder.DropColumn("HintedAt", "generation_intents");
        migrationBuilder.DropColumn("Token", "generation_intents");
    }
}
