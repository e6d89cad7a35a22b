using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260116000000_Access")]
internal sealed class Access : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "api_keys",
            table => new
            {
                Name = table.Column<string>("character varying(100)", maxLength: 100),
                Sha256 = table.Column<string>("character varying(64)", maxLength: 64),
                Scopes = table.Column<string>("character varying(100)", maxLength: 100),
                AddedAt = table.Column<DateTimeOffset>("timestamp with time zone"),
                UsedAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
                RevokedAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_api_keys", row => row.Name));
        migrationBuilder.CreateIndex("IX_api_keys_Sha256", "api_keys", "Sha256", unique: true);

        migrationBuilder.CreateTable(
            "protection_keys",
            table => new
            {
                Number = table.Column<int>("integer"),
                Xml = table.Column<string>("text"),
                AddedAt = table.Column<DateTimeOffset>("timestamp with time zone"),
            },
            constraints: table => table.PrimaryKey("PK_protection_keys", row => row.Number));

        migrationBuilder.CreateTable(
            "session_erasures",
            table => new
            {
                Sha256 = table.Column<string>("character varying(64)", maxLength: 64),
                SessionId = table.Column<string>("character varying(128)", maxLength: 128, nullable: true),
                AskedAt = table.Column<DateTimeOffset>("timestamp with time zone"),
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
