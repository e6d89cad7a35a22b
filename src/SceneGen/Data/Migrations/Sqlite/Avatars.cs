using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260111000000_Avatars")]
internal sealed class Avatars : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "avatars",
            table => new
            {
                AvatarId = table.Column<Guid>("TEXT"),
                Version = table.Column<int>("INTEGER"),
                Standing = table.Column<string>("TEXT", maxLength: 20),
            },
            constraints: table => table.PrimaryKey("PK_avatars", row => row.AvatarId));
        migrationBuilder.AddColumn<long>("RollbackCaseAt", "scenes", "INTEGER", nullable: true);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("RollbackCaseAt", "scenes");
        migrationBuilder.DropTable("avatars");
    }
}
