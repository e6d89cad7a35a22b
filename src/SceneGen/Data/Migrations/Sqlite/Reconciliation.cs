using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260106000000_Reconciliation")]
internal sealed class Reconciliation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "leases",
            table => new
            {
                Name = table.Column<string>("TEXT"),
                EndsAt = table.Column<long>("INTEGER"),
            },
            constraints: table => table.PrimaryKey("PK_leases", row => row.Name));
        migrationBuilder.CreateIndex(
            "IX_generation_intents_LeaseEndsAt", "generation_intents", "LeaseEndsAt", filter: "\"PredictionId\" IS NULL");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_generation_intents_LeaseEndsAt", "generation_intents");
        migrationBuilder.DropTable("leases");
    }
}
