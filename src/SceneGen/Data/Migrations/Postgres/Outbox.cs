using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
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
                Id = table.Column<long>("bigint").Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                VisibleAt = table.Column<DateTimeOffset>("timestamp with time zone"),
                DueAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
                TokenId = table.Column<Guid>("uuid", nullable: true),
                MessageId = table.Column<Guid>("uuid"),
                Destination = table.Column<string>("text"),
                ContentType = table.Column<string>("character varying(100)", maxLength: 100),
                MessageTypes = table.Column<string>("text"),
                Body = table.Column<string>("text"),
                Envelope = table.Column<string>("text"),
                TimeToLive = table.Column<long>("bigint", nullable: true),
                StaysUntilConsumed = table.Column<bool>("boolean"),
                Deliveries = table.Column<int>("integer"),
                ParkedAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
                ParkedReason = table.Column<string>("text", nullable: true),
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
                MessageId = table.Column<Guid>("uuid"),
                ConsumerId = table.Column<Guid>("uuid"),
                Redelivery = table.Column<int>("integer"),
                ConsumedAt = table.Column<DateTimeOffset>("timestamp with time zone"),
            },
            constraints: table => table.PrimaryKey(
                "PK_inbox", row => new { row.MessageId, row.ConsumerId, row.Redelivery }));

        migrationBuilder.CreateIndex("IX_inbox_ConsumedAt", "inbox", "ConsumedAt");
    }
}
