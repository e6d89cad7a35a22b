using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260126000000_Erasures")]
internal sealed class Erasures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("SessionErasures", "scenes", "integer", defaultValue: 0);
        migrationBuilder.AddColumn<DateTimeOffset>("TracesErasedAt", "scenes", "timestamp with time zone", nullable: true);
        migrationBuilder.AddColumn<int>("Number", "session_erasures", "integer", defaultValue: 1);
        migrationBuilder.CreateIndex(
            "IX_scenes_ErasedAt",
            "scenes",
            "ErasedAt",
            filter: "\"ErasedAt\" IS NOT NULL AND \"TracesErasedAt\" IS NULL");
        migrationBuilder.CreateIndex(
            "IX_session_erasures_Sha256", "session_erasures", "Sha256", filter: "\"SessionId\" IS NOT NULL");

        // Of sessions that have come back while their erasure still goes on.
        migrationBuilder.Sql(
            """
            UPDATE scenes SET "SessionErasures" = 1
            WHERE EXISTS (
                SELECT 1 FROM session_erasures AS erasure
                WHERE erasure."SessionId" = scenes."SessionId" AND scenes."CreatedAt" > erasure."AskedAt")
            """);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_session_erasures_Sha256", "session_erasures");
        migrationBuilder.DropIndex("IX_scenes_ErasedAt", "scenes");
        migrationBuilder.DropColumn("Number", "session_erasures");
        migrationBuilder.DropColumn("TracesErasedAt", "scenes");
        migrationBuilder.DropColumn("SessionErasures", "scenes");
    }
}
