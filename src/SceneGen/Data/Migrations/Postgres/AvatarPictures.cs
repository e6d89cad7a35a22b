using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260108000000_AvatarPictures")]
internal sealed class AvatarPictures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("AvatarSha256", "scenes", "character varying(64)", nullable: true);
        migrationBuilder.AddColumn<int>("AvatarWidth", "scenes", "integer", nullable: true);
        migrationBuilder.AddColumn<int>("AvatarHeight", "scenes", "integer", nullable: true);
        migrationBuilder.AddColumn<long>("AvatarBytes", "scenes", "bigint", nullable: true);
        migrationBuilder.AddColumn<string>("AvatarColours", "scenes", "character varying(100)", nullable: true);
        migrationBuilder.AddColumn<string>("AvatarFileUrl", "scenes", "text", nullable: true);
        migrationBuilder.AddColumn<DateTimeOffset>(
            "AvatarFileExpiresAt", "scenes", "timestamp with time zone", nullable: true);
        migrationBuilder.AddColumn<int>("AvatarMisses", "scenes", "integer", defaultValue: 0);
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
