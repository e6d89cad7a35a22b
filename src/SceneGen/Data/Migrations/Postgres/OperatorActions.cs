using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
[Migration("20260113000000_OperatorActions")]
internal sealed class OperatorActions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "operator_actions",
            table => new
            {
                Id = table.Column<long>("bigint").Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                Key = table.Column<Guid>("uuid"),
                At = table.Column<DateTimeOffset>("timestamp with time zone"),
                Who = table.Column<string>("character varying(100)", maxLength: 100),
                Action = table.Column<string>("character varying(50)", maxLength: 50),
                TargetKind = table.Column<string>("character varying(20)", maxLength: 20),
                TargetId = table.Column<string>("character varying(200)", maxLength: 200, nullable: true),
                Reason = table.Column<string>("character varying(500)", maxLength: 500, nullable: true),
                Outcome = table.Column<string>("character varying(20)", maxLength: 20),
                Details = table.Column<string>("text", nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_operator_actions", row => row.Id));
        migrationBuilder.CreateIndex("IX_operator_actions_Key", "operator_actions", "Key", unique: true);
        migrationBuilder.CreateIndex("IX_operator_actions_TargetId_Id", "operator_actions", ["TargetId", "Id"]);
        migrationBuilder.CreateIndex("IX_operator_actions_At", "operator_actions", "At");

        migrationBuilder.AddColumn<bool>("ReusesPaid", "scenes", "boolean", defaultValue: false);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("ReusesPaid", "scenes");
        migrationBuilder.DropTable("operator_actions");
    }
}
