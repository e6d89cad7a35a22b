using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SceneGen.Data.Postgres;

namespace SceneGen.Data.Migrations.Postgres;

[DbContext(typeof(PostgresSceneDbContext))]
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
                SceneId = table.Column<Guid>("uuid"),
                Run = table.Column<int>("integer"),
                Attempt = table.Column<int>("integer"),
                Model = table.Column<string>("text"),
                Prompt = table.Column<string>("text"),
                ThemeVersion = table.Column<int>("integer"),
                Seed = table.Column<int>("integer", nullable: true),
                Input = table.Column<string>("text"),
                AskedAt = table.Column<DateTimeOffset>("timestamp with time zone"),
                LeaseEndsAt = table.Column<DateTimeOffset>("timestamp with time zone"),
                Fence = table.Column<int>("integer"),
                UnansweredAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
                MissedAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
                PredictionId = table.Column<string>("character varying(64)", nullable: true),
                Checks = table.Column<int>("integer"),
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
                CorrelationId = table.Column<Guid>("uuid"),
                Version = table.Column<int>("integer"),
                CurrentState = table.Column<string>("character varying(20)"),
                AvatarId = table.Column<Guid>("uuid"),
                SessionId = table.Column<string>("character varying(128)"),
                AvatarUrl = table.Column<string>("character varying(2048)"),
                AvatarKind = table.Column<string>("character varying(20)", nullable: true),
                AvatarName = table.Column<string>("character varying(100)", nullable: true),
                AvatarDescription = table.Column<string>("character varying(500)", nullable: true),
                Theme = table.Column<string>("text", nullable: true),
                ThemeVersion = table.Column<int>("integer", nullable: true),
                CreatedAt = table.Column<DateTimeOffset>("timestamp with time zone"),
                UpdatedAt = table.Column<DateTimeOffset>("timestamp with time zone"),
                ErasedAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
                Run = table.Column<int>("integer"),
                Attempt = table.Column<int>("integer"),
                AttemptLimit = table.Column<int>("integer"),
                RequestedSeed = table.Column<int>("integer", nullable: true),
                PredictionId = table.Column<string>("text", nullable: true),
                Model = table.Column<string>("text", nullable: true),
                Prompt = table.Column<string>("text", nullable: true),
                Seed = table.Column<int>("integer", nullable: true),
                OutputUrl = table.Column<string>("text", nullable: true),
                ImageSha256 = table.Column<string>("text", nullable: true),
                ThumbnailSha256 = table.Column<string>("text", nullable: true),
                ImageContentType = table.Column<string>("text", nullable: true),
                ImageWidth = table.Column<int>("integer", nullable: true),
                ImageHeight = table.Column<int>("integer", nullable: true),
                ImageBytes = table.Column<long>("bigint", nullable: true),
                FailureCode = table.Column<string>("text", nullable: true),
                FailureFault = table.Column<string>("character varying(20)", nullable: true),
                RollbackRefusal = table.Column<string>("text", nullable: true),
                RollbackRequestedAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
                RollbackRequests = table.Column<int>("integer"),
                ThemeWaitEndsAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
                DeadlineAt = table.Column<DateTimeOffset>("timestamp with time zone", nullable: true),
                StepSends = table.Column<int>("integer"),
                ThemeWaitToken = table.Column<Guid>("uuid", nullable: true),
                DeadlineToken = table.Column<Guid>("uuid", nullable: true),
                StepToken = table.Column<Guid>("uuid", nullable: true),
                RollbackToken = table.Column<Guid>("uuid", nullable: true),
                TimelineSequence = table.Column<int>("integer"),
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
                SceneId = table.Column<Guid>("uuid"),
                Sequence = table.Column<int>("integer"),
                At = table.Column<DateTimeOffset>("timestamp with time zone"),
                State = table.Column<string>("character varying(20)"),
                Attempt = table.Column<int>("integer"),
                Text = table.Column<string>("text"),
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
