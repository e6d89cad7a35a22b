using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Sqlite;

namespace SceneGen.Data.Migrations.Sqlite;

[DbContext(typeof(SqliteSceneDbContext))]
[Migration("20260101000000_InitialSchema")]
internal sealed class InitialSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateIntents(migrationBuilder);
        CreateScenes(migrationBuilder);
        CreateTimeline(migrationBuilder);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable("timeline");
        migrationBuilder.DropTable("scenes");
        migrationBuilder.DropTable("generation_intents");
    }

    private static void CreateIntents(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "generation_intents",
            table => new
            {
                SceneId = table.Column<Guid>("TEXT"),
                Run = table.Column<int>("INTEGER"),
                Attempt = table.Column<int>("INTEGER"),
                Model = table.Column<string>("TEXT"),
                Prompt = table.Column<string>("TEXT"),
                ThemeVersion = table.Column<int>("INTEGER"),
                Seed = table.Column<int>("INTEGER", nullable: true),
                Input = table.Column<string>("TEXT"),
                AskedAt = table.Column<long>("INTEGER"),
                LeaseEndsAt = table.Column<long>("INTEGER"),
                Fence = table.Column<int>("INTEGER"),
                UnansweredAt = table.Column<long>("INTEGER", nullable: true),
                MissedAt = table.Column<long>("INTEGER", nullable: true),
                PredictionId = table.Column<string>("TEXT", nullable: true),
                Checks = table.Column<int>("INTEGER"),
            },
            constraints: table => table.PrimaryKey("PK_generation_intents", row => new { row.SceneId, row.Run, row.Attempt }));

        migrationBuilder.CreateIndex("IX_generation_intents_PredictionId", "generation_intents", "PredictionId", unique: true);
    }

    private static void CreateScenes(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "scenes",
            table => new
            {
                CorrelationId = table.Column<Guid>("TEXT"),
                Version = table.Column<int>("INTEGER"),
                CurrentState = table.Column<string>("TEXT"),
                AvatarId = table.Column<Guid>("TEXT"),
                SessionId = table.Column<string>("TEXT"),
                AvatarUrl = table.Column<string>("TEXT"),
                AvatarKind = table.Column<string>("TEXT", nullable: true),
                AvatarName = table.Column<string>("TEXT", nullable: true),
                AvatarDescription = table.Column<string>("TEXT", nullable: true),
                Theme = table.Column<string>("TEXT", nullable: true),
                ThemeVersion = table.Column<int>("INTEGER", nullable: true),
                CreatedAt = table.Column<long>("INTEGER"),
                UpdatedAt = table.Column<long>("INTEGER"),
                ErasedAt = table.Column<long>("INTEGER", nullable: true),
                Run = table.Column<int>("INTEGER"),
                Attempt = table.Column<int>("INTEGER"),
                AttemptLimit = table.Column<int>("INTEGER"),
                RequestedSeed = table.Column<int>("INTEGER", nullable: true),
                PredictionId = table.Column<string>("TEXT", nullable: true),
                Model = table.Column<string>("TEXT", nullable: true),
                Prompt = table.Column<string>("TEXT", nullable: true),
                Seed = table.Column<int>("INTEGER", nullable: true),
                OutputUrl = table.Column<string>("TEXT", nullable: true),
                ImageSha256 = table.Column<string>("TEXT", nullable: true),
                ThumbnailSha256 = table.Column<string>("TEXT", nullable: true),
                ImageContentType = table.Column<string>("TEXT", nullable: true),
                ImageWidth = table.Column<int>("INTEGER", nullable: true),
                ImageHeight = table.Column<int>("INTEGER", nullable: true),
                ImageBytes = table.Column<long>("INTEGER", nullable: true),
                FailureCode = table.Column<string>("TEXT", nullable: true),
                FailureFault = table.Column<string>("TEXT", nullable: true),
                RollbackRefusal = table.Column<string>("TEXT", nullable: true),
                RollbackRequestedAt = table.Column<long>("INTEGER", nullable: true),
                RollbackRequests = table.Column<int>("INTEGER"),
                ThemeWaitEndsAt = table.Column<long>("INTEGER", nullable: true),
                DeadlineAt = table.Column<long>("INTEGER", nullable: true),
                StepSends = table.Column<int>("INTEGER"),
                ThemeWaitToken = table.Column<Guid>("TEXT", nullable: true),
                DeadlineToken = table.Column<Guid>("TEXT", nullable: true),
                StepToken = table.Column<Guid>("TEXT", nullable: true),
                RollbackToken = table.Column<Guid>("TEXT", nullable: true),
                TimelineSequence = table.Column<int>("INTEGER"),
            },
            constraints: table => table.PrimaryKey("PK_scenes", row => row.CorrelationId));

        migrationBuilder.CreateIndex("IX_scenes_AvatarId", "scenes", "AvatarId");
        migrationBuilder.CreateIndex("IX_scenes_CreatedAt", "scenes", "CreatedAt");
        migrationBuilder.CreateIndex("IX_scenes_CurrentState", "scenes", "CurrentState");
        migrationBuilder.CreateIndex("IX_scenes_ImageSha256", "scenes", "ImageSha256");
        migrationBuilder.CreateIndex("IX_scenes_SessionId_CreatedAt", "scenes", ["SessionId", "CreatedAt"]);
    }

    private static void CreateTimeline(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "timeline",
            table => new
            {
                SceneId = table.Column<Guid>("TEXT"),
                Sequence = table.Column<int>("INTEGER"),
                At = table.Column<long>("INTEGER"),
                State = table.Column<string>("TEXT"),
                Attempt = table.Column<int>("INTEGER"),
                Text = table.Column<string>("TEXT"),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_timeline", row => new { row.SceneId, row.Sequence });
                table.ForeignKey(
                    "FK_timeline_scenes_SceneId", row => row.SceneId, "scenes", "CorrelationId",
                    onDelete: ReferentialAction.Cascade);
            });
    }
}
