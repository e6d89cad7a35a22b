using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260110000000_StoredFiles")]
internal sealed class StoredFiles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTimeOffset>("ReadyAt", "scenes", "timestamp with time zone", nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>("OutputExpiresAt", "scenes", "timestamp with time zone", nullable: true);
        migrationBuilder.CreateTable(
            "stored_files",
            table => new
            {
                Sha256 = table.Column<string>("character varying(64)", maxLength: 64),
                Extension = table.Column<string>("character varying(4)", maxLength: 4),
                Bytes = table.Column<long>("bigint", nullable: true),
                StoredAt = table.Column<DateTimeOffset>("timestamp with time zone"),
                VerifiedAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
                ReleasedAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
                Releases = table.Column<int>("integer"),
                GoneAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_stored_files", row => row.Sha256));
        migrationBuilder.CreateIndex(
            "IX_stored_files_ReleasedAt", "stored_files", "ReleasedAt", filter: "\"ReleasedAt\" IS NOT NULL");
        migrationBuilder.CreateTable(
            "scene_files",
            table => new
            {
                SceneId = table.Column<Guid>("uuid"),
                Run = table.Column<int>("integer"),
                Attempt = table.Column<int>("integer"),
                Sha256 = table.Column<string>("character varying(64)", maxLength: 64),
                AddedAt = table.Column<DateTimeOffset>("timestamp with time zone"),
            },
            constraints: table => table.PrimaryKey(
                "PK_scene_files", row => new { row.SceneId, row.Run, row.Attempt, row.Sha256 }));
        migrationBuilder.CreateIndex("IX_scene_files_Sha256", "scene_files", "Sha256");
        migrationBuilder.Sql(FileAdoption.Files);
        migrationBuilder.Sql(FileAdoption.Uses);
        migrationBuilder.Sql(FileAdoption.Scenes);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("scene_files");
        migrationBuilder.DropTable("stored_files");
        migrationBuilder.DropColumn("OutputExpiresAt", "scenes");
        migrationBuilder.DropColumn("ReadyAt", "scenes");
    }
}
