using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260129000000_CallbackCallers")]
internal sealed class CallbackCallers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
        => migrationBuilder.AddColumn<string>("CallbackCaller", "scenes", "TEXT", nullable: true);

    protected override void Down(MigrationBuilder migrationBuilder)
        => migrationBuilder.DropColumn("CallbackCaller", "scenes");
}
