using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260102000000_Outbox")]
internal sealed class Outbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateOutbox(migrationBuilder);
        CreateInbox(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("inbox");
        migrationBuilder.DropTable("outbox");
    }

    private static void CreateOutbox(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "outbox",
            table => new
            {
                Id = table.Column<long>("INTEGER").Annotation("Sqlite:Autoincrement", true),
                VisibleAt = table.Column<long>("INTEGER"),
                DueAt = table.Column<long>("INTEGER", nullable: true),
                TokenId = table.Column<Guid>("TEXT", nullable: true),
                MessageId = table.Column<Guid>("TEXT"),
                Destination = table.Column<string>("TEXT"),
                ContentType = table.Column<string>("TEXT"),
                MessageTypes = table.Column<string>("TEXT"),
                Body = table.Column<string>("TEXT"),
                Envelope = table.Column<string>("TEXT"),
                TimeToLive = table.Column<long>("INTEGER", nullable: true),
                StaysUntilConsumed = table.Column<bool>("INTEGER"),
                Deliveries = table.Column<int>("INTEGER"),
                ParkedAt = table.Column<long>("INTEGER", nullable: true),
                ParkedReason = table.Column<string>("TEXT", nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_outbox", row => row.Id));

        migrationBuilder.CreateIndex("IX_outbox_MessageId", "outbox", "MessageId", filter: "\"StaysUntilConsumed\"");
        migrationBuilder.CreateIndex("IX_outbox_TokenId", "outbox", "TokenId", unique: true);
        migrationBuilder.CreateIndex("IX_outbox_VisibleAt", "outbox", "VisibleAt", filter: "\"ParkedAt\" IS NULL");
    }

    private static void CreateInbox(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "inbox",
            table => new
            {
                MessageId = table.Column<Guid>("TEXT"),
                ConsumerId = table.Column<Guid>("TEXT"),
                Redelivery = table.Column<int>("INTEGER"),
                ConsumedAt = table.Column<long>("INTEGER"),
            },
            constraints: table => table.PrimaryKey(
                "PK_inbox", row => new { row.MessageId, row.ConsumerId, row.Redelivery }));

        migrationBuilder.CreateIndex("IX_inbox_ConsumedAt", "inbox", "ConsumedAt");
    }
}
