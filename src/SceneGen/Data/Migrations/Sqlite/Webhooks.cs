using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260103000000_Webhooks")]
internal sealed class Webhooks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(
            "Token", "generation_intents", "TEXT", nullable: true);
        migrationBuilder.AddColumn<long>(
            "HintedAt", "generation_intents", "INTEGER", nullable: true);
        migrationBuilder.CreateIndex("IX_generation_intents_Token", "generation_intents", "Token", unique: true);

        migrationBuilder.CreateTable(
            "webhook_receipts",
            table => new
            {
                WebhookId = table.Column<string>("TEXT"),
                ReceivedAt = table.Column<long>("INTEGER"),
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
