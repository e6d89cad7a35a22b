using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260108000000_AvatarPictures")]
internal sealed class AvatarPictures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("AvatarSha256", "scenes", "TEXT", nullable: true);
        migrationBuilder.AddColumn<int>("AvatarWidth", "scenes", "INTEGER", nullable: true);
        migrationBuilder.AddColumn<int>("AvatarHeight", "scenes", "INTEGER", nullable: true);
        migrationBuilder.AddColumn<long>("AvatarBytes", "scenes", "INTEGER", nullable: true);
        migrationBuilder.AddColumn<string>("AvatarColours", "scenes", "TEXT", nullable: true);
        migrationBuilder.AddColumn<string>("AvatarFileUrl", "scenes", "TEXT", nullable: true);
        migrationBuilder.AddColumn<long>("AvatarFileExpiresAt", "scenes", "INTEGER", nullable: true);
        migrationBuilder.AddColumn<int>("AvatarMisses", "scenes", "INTEGER", defaultValue: 0);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("AvatarMisses", "scenes");
        migrationBuilder.DropColumn("AvatarFileExpiresAt", "scenes");
        migrationBuilder.DropColumn("AvatarFileUrl", "scenes");
        migrationBuilder.DropColumn("AvatarColours", "scenes");
        migrationBuilder.DropColumn("AvatarBytes", "scenes");
        migrationBuilder.DropColumn("AvatarHeight", "scenes");
        migrationBuilder.DropColumn("AvatarWidth", "scenes");
        migrationBuilder.DropColumn("AvatarSha256", "scenes");
    }
}
