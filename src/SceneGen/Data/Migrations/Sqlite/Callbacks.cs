using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260119000000_Callbacks")]
internal sealed class Callbacks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("CallbackUrl", "scenes", "TEXT", nullable: true);
        migrationBuilder.CreateTable(
            "callbacks",
            table => new
            {
                Id = table.Column<Guid>("TEXT"),
                SceneId = table.Column<Guid>("TEXT"),
                Type = table.Column<string>("TEXT"),
                Body = table.Column<string>("TEXT"),
                CreatedAt = table.Column<long>("INTEGER"),
                State = table.Column<string>("TEXT"),
                Tries = table.Column<int>("INTEGER"),
                Misses = table.Column<int>("INTEGER"),
                LastOutcome = table.Column<string>("TEXT", nullable: true),
                LastAt = table.Column<long>("INTEGER", nullable: true),
                NextAt = table.Column<long>("INTEGER", nullable: true),
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
