using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260106000000_Reconciliation")]
internal sealed class Reconciliation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "leases",
            table => new
            {
                Name = table.Column<string>("character varying(100)", maxLength: 100),
                EndsAt = table.Column<DateTimeOffset>("timestamp with time zone"),
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
