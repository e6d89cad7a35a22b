using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260129000000_CallbackCallers")]
internal sealed class CallbackCallers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
        => migrationBuilder.AddColumn<string>("CallbackCaller", "scenes", "character varying(100)", maxLength: 100, nullable: true);

    protected override void Down(MigrationBuilder migrationBuilder)
        => migrationBuilder.DropColumn("CallbackCaller", "scenes");
}
