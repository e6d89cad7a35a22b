using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260117000000_IdempotencyKeys")]
internal sealed class IdempotencyKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "idempotency_keys",
            table => new
            {
                KeyHash = table.Column<string>("character varying(64)", maxLength: 64),
                Item = table.Column<int>("integer"),
                RequestHash = table.Column<string>("character varying(64)", maxLength: 64),
                SceneId = table.Column<Guid>("uuid"),
                At = table.Column<DateTimeOffset>("timestamp with time zone"),
                Body = table.Column<string>("text"),
            },
            constraints: table => table.PrimaryKey("PK_idempotency_keys", row => new { row.KeyHash, row.Item }));
        migrationBuilder.CreateIndex("IX_idempotency_keys_SceneId", "idempotency_keys", "SceneId");
        migrationBuilder.CreateIndex("IX_idempotency_keys_At", "idempotency_keys", "At");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
        => migrationBuilder.DropTable("idempotency_keys");
}
