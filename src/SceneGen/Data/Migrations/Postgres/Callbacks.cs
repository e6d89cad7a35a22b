using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260119000000_Callbacks")]
internal sealed class Callbacks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("CallbackUrl", "scenes", "character varying(2048)", maxLength: 2048, nullable: true);
        migrationBuilder.CreateTable(
            "callbacks",
            table => new
            {
                Id = table.Column<Guid>("uuid"),
                SceneId = table.Column<Guid>("uuid"),
                Type = table.Column<string>("character varying(50)", maxLength: 50),
                Body = table.Column<string>("text"),
                CreatedAt = table.Column<DateTimeOffset>("timestamp with time zone"),
                State = table.Column<string>("character varying(20)", maxLength: 20),
                Tries = table.Column<int>("integer"),
                Misses = table.Column<int>("integer"),
                LastOutcome = table.Column<string>("character varying(50)", maxLength: 50, nullable: true),
                LastAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
                NextAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_callbacks", row => row.Id));
        migrationBuilder.CreateIndex("IX_callbacks_SceneId", "callbacks", "SceneId");
        migrationBuilder.CreateIndex("IX_callbacks_State_Id", "callbacks", ["State", "Id"]);
        migrationBuilder.CreateIndex("IX_callbacks_CreatedAt", "callbacks", "CreatedAt");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("callbacks");
        migrationBuilder.DropColumn("CallbackUrl", "scenes");
    }
}
