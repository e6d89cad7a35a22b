using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260104000000_ProviderBudget")]
internal sealed class ProviderBudget : Migration
{
    private const string Time = "timestamp with time zone";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "provider_budget",
            table => new
            {
                Id = table.Column<int>("integer"),
                Deals = table.Column<long>("bigint"),
                ReducedTo = table.Column<double>("double precision", nullable: true),
                ReducedAt = table.Column<DateTimeOffset>(Time, nullable: true),
                CreatesPausedUntil = table.Column<DateTimeOffset>(Time, nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_provider_budget", row => row.Id));

        migrationBuilder.CreateTable(
            "provider_slices",
            table => new
            {
                Instance = table.Column<string>("character varying(100)", maxLength: 100),
                CreatesPerMinute = table.Column<double>("double precision"),
                ReadsPerMinute = table.Column<double>("double precision"),
                CreatesWanted = table.Column<double>("double precision"),
                ReadsWanted = table.Column<double>("double precision"),
                CreatesSucceeded = table.Column<int>("integer"),
                ExpiresAt = table.Column<DateTimeOffset>(Time),
            },
            constraints: table => table.PrimaryKey("PK_provider_slices", row => row.Instance));

        migrationBuilder.CreateTable(
            "provider_gates",
            table => new
            {
                Name = table.Column<string>("character varying(200)", maxLength: 200),
                ClosedAt = table.Column<DateTimeOffset>(Time),
                Reason = table.Column<string>("character varying(40)", maxLength: 40),
                Detail = table.Column<string>("character varying(500)", maxLength: 500, nullable: true),
                Probes = table.Column<int>("integer"),
                NextProbeAt = table.Column<DateTimeOffset>(Time, nullable: true),
                ClosedBy = table.Column<string>("character varying(100)", maxLength: 100, nullable: true),
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
