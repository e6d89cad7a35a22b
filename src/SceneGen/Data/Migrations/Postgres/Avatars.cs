using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260111000000_Avatars")]
internal sealed class Avatars : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "avatars",
            table => new
            {
                AvatarId = table.Column<Guid>("uuid"),
                Version = table.Column<int>("integer"),
                Standing = table.Column<string>("character varying(20)", maxLength: 20),
            },
            constraints: table => table.PrimaryKey("PK_avatars", row => row.AvatarId));
        migrationBuilder.AddColumn<DateTimeOffset>("RollbackCaseAt", "scenes", "timestamp with time zone", nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("RollbackCaseAt", "scenes");
        migrationBuilder.DropTable("avatars");
    }
}
