using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260116000000_Access")]
internal sealed class Access : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "api_keys",
            table => new
            {
                Name = table.Column<string>("TEXT"),
                Sha256 = table.Column<string>("TEXT"),
                Scopes = table.Column<string>("TEXT"),
                AddedAt = table.Column<long>("INTEGER"),
                UsedAt = table.Column<long>("INTEGER", nullable: true),
                RevokedAt = table.Column<long>("INTEGER", nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_api_keys", row => row.Name));
        migrationBuilder.CreateIndex("IX_api_keys_Sha256", "api_keys", "Sha256", unique: true);

        migrationBuilder.CreateTable(
            "protection_keys",
            table => new
            {
                Number = table.Column<int>("INTEGER"),
                Xml = table.Column<string>("TEXT"),
                AddedAt = table.Column<long>("INTEGER"),
            },
            constraints: table => table.PrimaryKey("PK_protection_keys", row => row.Number));

        migrationBuilder.CreateTable(
            "session_erasures",
            table => new
            {
                Sha256 = table.Column<string>("TEXT"),
                SessionId = table.Column<string>("TEXT", nullable: true),
                AskedAt = table.Column<long>("INTEGER"),
            },
            constraints: table => table.PrimaryKey("PK_session_erasures", row => row.Sha256));
        migrationBuilder.CreateIndex("IX_session_erasures_AskedAt", "session_erasures", "AskedAt");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("session_erasures");
        migrationBuilder.DropTable("protection_keys");
        migrationBuilder.DropTable("api_keys");
    }
}
