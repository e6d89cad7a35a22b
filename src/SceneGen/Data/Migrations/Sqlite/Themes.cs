using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260107000000_Themes")]
internal sealed class Themes : Migration
{
    private static readonly string[] Tables = ["scenes", "generation_intents"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            migrationBuilder.AddColumn<string>("ThemeHash", table, "TEXT", maxLength: 64, nullable: true);
            migrationBuilder.AddColumn<string>("ThemeLabel", table, "TEXT", maxLength: 50, nullable: true);
            migrationBuilder.AddColumn<string>("ModelVersion", table, "TEXT", maxLength: 64, nullable: true);
            migrationBuilder.AddColumn<string>("AvatarBox", table, "TEXT", maxLength: 40, nullable: true);
            migrationBuilder.AddColumn<double>("MinSharpness", table, "REAL", nullable: true);
            migrationBuilder.AddColumn<double>("MinAvatarScore", table, "REAL", nullable: true);
        }

        migrationBuilder.CreateTable(
            "theme_versions",
            table => new
            {
                Id = table.Column<string>("TEXT", maxLength: 50),
                Version = table.Column<int>("INTEGER"),
                Hash = table.Column<string>("TEXT", maxLength: 64),
                FirstSeenAt = table.Column<long>("INTEGER"),
            },
            constraints: table => table.PrimaryKey("PK_theme_versions", row => new { row.Id, row.Version }));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("theme_versions");
        foreach (var table in Tables)
        {
            foreach (var column in new[]
                { "ThemeHash", "ThemeLabel", "ModelVersion", "AvatarBox", "MinSharpness", "MinAvatarScore" })
            {
                migrationBuilder.DropColumn(column, table);
            }
        }
    }
}
