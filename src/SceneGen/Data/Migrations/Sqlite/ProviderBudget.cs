using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260104000000_ProviderBudget")]
internal sealed class ProviderBudget : Migration
{
    private const string Time = "INTEGER";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "provider_budget",
            table => new
            {
                Id = table.Column<int>("INTEGER"),
                Deals = table.Column<long>("INTEGER"),
                ReducedTo = table.Column<double>("REAL", nullable: true),
                ReducedAt = table.Column<long>(Time, nullable: true),
                CreatesPausedUntil = table.Column<long>(Time, nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_provider_budget", row => row.Id));

        migrationBuilder.CreateTable(
            "provider_slices",
            table => new
            {
                Instance = table.Column<string>("TEXT"),
                CreatesPerMinute = table.Column<double>("REAL"),
                ReadsPerMinute = table.Column<double>("REAL"),
                CreatesWanted = table.Column<double>("REAL"),
                ReadsWanted = table.Column<double>("REAL"),
                CreatesSucceeded = table.Column<int>("INTEGER"),
                ExpiresAt = table.Column<long>(Time),
            },
            constraints: table => table.PrimaryKey("PK_provider_slices", row => row.Instance));

        migrationBuilder.CreateTable(
            "provider_gates",
            table => new
            {
                Name = table.Column<string>("TEXT"),
                ClosedAt = table.Column<long>(Time),
                Reason = table.Column<string>("TEXT"),
                Detail = table.Column<string>("TEXT", nullable: true),
                Probes = table.Column<int>("INTEGER"),
                NextProbeAt = table.Column<long>(Time, nullable: true),
                ClosedBy = table.Column<string>("TEXT", nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_provider_gates", row => row.Name));
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("provider_gates");
        migrationBuilder.DropTable("provider_slices");
        migrationBuilder.DropTable("provider_budget");
    }
}
