using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260109000000_PictureMeasures")]
internal sealed class PictureMeasures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("ThumbnailContentType", "scenes", "TEXT", nullable: true);
        migrationBuilder.AddColumn<string>("LargeThumbnailSha256", "scenes", "TEXT", nullable: true);
        migrationBuilder.AddColumn<string>("Blurhash", "scenes", "TEXT", nullable: true);
        migrationBuilder.AddColumn<double>("Sharpness", "scenes", "REAL", nullable: true);
        migrationBuilder.AddColumn<double>("AvatarScore", "scenes", "REAL", nullable: true);
        migrationBuilder.AddColumn<bool>("QualityMissed", "scenes", "INTEGER", defaultValue: false);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var column in new[]
        {
            "ThumbnailContentType", "LargeThumbnailSha256", "Blurhash", "Sharpness", "AvatarScore", "QualityMissed",
        })
        {
            migrationBuilder.DropColumn(column, "scenes");
        }
    }
}
