using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260125000000_KeyRotation")]
internal sealed class KeyRotation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // SQLite changes no primary key: the table is made anew.
        migrationBuilder.Sql(
            """
            CREATE TABLE api_keys_anew (
                "Name" TEXT NOT NULL,
                "Sha256" TEXT NOT NULL CONSTRAINT "PK_api_keys" PRIMARY KEY,
                "Scopes" TEXT NOT NULL,
                "AddedAt" INTEGER NOT NULL,
                "UsedAt" INTEGER NULL,
                "RevokedAt" INTEGER NULL);
            INSERT INTO api_keys_anew SELECT "Name", "Sha256", "Scopes", "AddedAt", "UsedAt", "RevokedAt" FROM api_keys;
            DROP TABLE api_keys;
            ALTER TABLE api_keys_anew RENAME TO api_keys;
            """);
        migrationBuilder.CreateIndex("IX_api_keys_Name", "api_keys", "Name");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        // Of two with one name the newer one stays.
        migrationBuilder.Sql(
            """
            CREATE TABLE api_keys_anew (
                "Name" TEXT NOT NULL CONSTRAINT "PK_api_keys" PRIMARY KEY,
                "Sha256" TEXT NOT NULL,
                "Scopes" TEXT NOT NULL,
                "AddedAt" INTEGER NOT NULL,
                "UsedAt" INTEGER NULL,
                "RevokedAt" INTEGER NULL);
            INSERT OR REPLACE INTO api_keys_anew
            SELECT "Name", "Sha256", "Scopes", "AddedAt", "UsedAt", "RevokedAt" FROM api_keys ORDER BY "AddedAt";
            DROP TABLE api_keys;
            ALTER TABLE api_keys_anew RENAME TO api_keys;
            """);
        migrationBuilder.CreateIndex("IX_api_keys_Sha256", "api_keys", "Sha256", unique: true);
    }
}
