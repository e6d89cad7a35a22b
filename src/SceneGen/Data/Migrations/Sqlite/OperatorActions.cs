using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260113000000_OperatorActions")]
internal sealed class OperatorActions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "operator_actions",
            table => new
            {
                Id = table.Column<long>("INTEGER").Annotation("Sqlite:Autoincrement", true),
                Key = table.Column<Guid>("TEXT"),
                At = table.Column<long>("INTEGER"),
                Who = table.Column<string>("TEXT"),
                Action = table.Column<string>("TEXT"),
                TargetKind = table.Column<string>("TEXT"),
                TargetId = table.Column<string>("TEXT", nullable: true),
                Reason = table.Column<string>("TEXT", nullable: true),
                Outcome = table.Column<string>("TEXT"),
                Details = table.Column<string>("TEXT", nullable: true),
            },
            constraints: table => table.PrimaryKey("PK_operator_actions", row => row.Id));
        migrationBuilder.CreateIndex("IX_operator_actions_Key", "operator_actions", "Key", unique: true);
        migrationBuilder.CreateIndex("IX_operator_actions_TargetId_Id", "operator_actions", ["TargetId", "Id"]);
        migrationBuilder.CreateIndex("IX_operator_actions_At", "operator_actions", "At");

        migrationBuilder.AddColumn<bool>("ReusesPaid", "scenes", "INTEGER", defaultValue: false);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropColumn("ReusesPaid", "scenes");
        migrationBuilder.DropTable("operator_actions");
    }
}
