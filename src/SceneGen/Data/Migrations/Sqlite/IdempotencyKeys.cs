using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260117000000_IdempotencyKeys")]
internal sealed class IdempotencyKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "idempotency_keys",
            table => new
            {
                KeyHash = table.Column<string>("TEXT"),
                Item = table.Column<int>("INTEGER"),
                RequestHash = table.Column<string>("TEXT"),
                SceneId = table.Column<Guid>("TEXT"),
                At = table.Column<long>("INTEGER"),
                Body = table.Column<string>("TEXT"),
            },
            constraints: table => table.PrimaryKey("PK_idempotency_keys", row => new { row.KeyHash, row.Item }));
        migrationBuilder.CreateIndex("IX_idempotency_keys_SceneId", "idempotency_keys", "SceneId");
        migrationBuilder.CreateIndex("IX_idempotency_keys_At", "idempotency_keys", "At");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
        => migrationBuilder.DropTable("idempotency_keys");
}
