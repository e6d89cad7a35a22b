using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260114000000_TraceContext")]
internal sealed class TraceContext : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>(
            "TraceContext", "generation_intents", "TEXT", maxLength: 55, nullable: true);
        migrationBuilder.CreateIndex(
            "IX_scenes_CurrentState_UpdatedAt", "scenes", ["CurrentState", "UpdatedAt"]);
        migrationBuilder.DropIndex("IX_scenes_CurrentState", "scenes");
        migrationBuilder.CreateIndex("IX_outbox_ParkedAt", "outbox", "ParkedAt", filter: "\"ParkedAt\" IS NOT NULL");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_outbox_ParkedAt", "outbox");
        migrationBuilder.CreateIndex("IX_scenes_CurrentState", "scenes", "CurrentState");
        migrationBuilder.DropIndex("IX_scenes_CurrentState_UpdatedAt", "scenes");
        migrationBuilder.DropColumn("TraceContext", "generation_intents");
    }
}
