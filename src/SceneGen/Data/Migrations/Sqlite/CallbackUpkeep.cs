using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260122000000_CallbackUpkeep")]
internal sealed class CallbackUpkeep : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateIndex("IX_callbacks_State_NextAt", "callbacks", ["State", "NextAt"]);
        migrationBuilder.CreateIndex(
            "IX_scenes_StateEnteredAt", "scenes", "StateEnteredAt", filter: "\"CallbackUrl\" IS NOT NULL");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_scenes_StateEnteredAt", "scenes");
        migrationBuilder.DropIndex("IX_callbacks_State_NextAt", "callbacks");
    }
}
