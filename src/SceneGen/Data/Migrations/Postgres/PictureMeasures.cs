using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260109000000_PictureMeasures")]
internal sealed class PictureMeasures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("ThumbnailContentType", "scenes", "text", nullable: true);
        migrationBuilder.AddColumn<string>("LargeThumbnailSha256", "scenes", "text", nullable: true);
        migrationBuilder.AddColumn<string>("Blurhash", "scenes", "text", nullable: true);
        migrationBuilder.AddColumn<double>("Sharpness", "scenes", "double precision", nullable: true);
        migrationBuilder.AddColumn<double>("AvatarScore", "scenes", "double precision", nullable: true);
        migrationBuilder.AddColumn<bool>("QualityMissed", "scenes", "boolean", defaultValue: false);
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
