using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260107000000_Themes")]
internal sealed class Themes : Migration
{
    private static readonly string[] Tables = ["scenes", "generation_intents"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in Tables)
        {
            migrationBuilder.AddColumn<string>("ThemeHash", table, "character varying(64)", maxLength: 64, nullable: true);
            migrationBuilder.AddColumn<string>("ThemeLabel", table, "character varying(50)", maxLength: 50, nullable: true);
            migrationBuilder.AddColumn<string>("ModelVersion", table, "character varying(64)", maxLength: 64, nullable: true);
            migrationBuilder.AddColumn<string>("AvatarBox", table, "character varying(40)", maxLength: 40, nullable: true);
            migrationBuilder.AddColumn<double>("MinSharpness", table, "double precision", nullable: true);
            migrationBuilder.AddColumn<double>("MinAvatarScore", table, "double precision", nullable: true);
        }

        migrationBuilder.CreateTable(
            "theme_versions",
            table => new
            {
                Id = table.Column<string>("character varying(50)", maxLength: 50),
                Version = table.Column<int>("integer"),
                Hash = table.Column<string>("character varying(64)", maxLength: 64),
                FirstSeenAt = table.Column<DateTimeOffset>("timestamp with time zone"),
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
