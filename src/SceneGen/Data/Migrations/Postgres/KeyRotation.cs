using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260125000000_KeyRotation")]
internal sealed class KeyRotation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropPrimaryKey("PK_api_keys", "api_keys");
        migrationBuilder.AddPrimaryKey("PK_api_keys", "api_keys", "Sha256");
        migrationBuilder.DropIndex("IX_api_keys_Sha256", "api_keys");
        migrationBuilder.CreateIndex("IX_api_keys_Name", "api_keys", "Name");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        // Of two with one name the newer one stays.
        migrationBuilder.Sql(
            """
            DELETE FROM api_keys AS older USING api_keys AS newer
            WHERE newer."Name" = older."Name"
                AND (newer."AddedAt", newer."Sha256") > (older."AddedAt", older."Sha256")
            """);
        migrationBuilder.DropIndex("IX_api_keys_Name", "api_keys");
        migrationBuilder.CreateIndex("IX_api_keys_Sha256", "api_keys", "Sha256", unique: true);
        migrationBuilder.DropPrimaryKey("PK_api_keys", "api_keys");
        migrationBuilder.AddPrimaryKey("PK_api_keys", "api_keys", "Name");
    }
}
