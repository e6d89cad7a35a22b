using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260110000000_StoredFiles")]
internal sealed class StoredFiles : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("ReadyAt", "scenes", "INTEGER", nullable: true);
        migrationBuilder.AddColumn<long>("OutputExpiresAt", "scenes", "INTEGER", nullable: true);
        migrationBuilder.CreateTable(
            "stored_files",
            table => new
            {
                Sha256 = table.Column<string>("TEXT"),
                Extension = table.Column<string>("TEXT"),
                Bytes = table.Column<long>("INTEGER", nullable: true),
                StoredAt = table.Column<long>("INTEGER"),
                VerifiedAt = table.Column<long>("INTEGER", nullable: true),
                ReleasedAt = table.Column<long>("INTEGER", nullable: true),
                Releases = table.Column<int>("INTEGER"),
                GoneAt = table.Column<long>("INTEGER", nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_stored_files", row => row.Sha256));
        migrationBuilder.CreateIndex(
            "IX_stored_files_ReleasedAt", "stored_files", "ReleasedAt", filter: "\"ReleasedAt\" IS NOT NULL");
        migrationBuilder.CreateTable(
            "scene_files",
            table => new
            {
                SceneId = table.Column<Guid>("TEXT"),
                Run = table.Column<int>("INTEGER"),
                Attempt = table.Column<int>("INTEGER"),
                Sha256 = table.Column<string>("TEXT"),
                AddedAt = table.Column<long>("INTEGER"),
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
