using SceneGen.Contracts;
using SceneGen.Scenes;
using SceneGen.Scenes.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

/// <summary>The whole table: each message in each state, on time, late or twice. A blank stays where it is.</summary>
public sealed class When_any_message_meets_any_state(SceneHarness harness) : IClassFixture<SceneHarness>
{
    private static readonly string[] States =
    [
        "AwaitingTheme", "Submitting", "Generating", "Storing", "Ready", "RollingBack", "RolledBack", "Failed",
        "Canceled", "Expired",
    ];

    private static readonly Dictionary<string, Func<SceneState, object>> Messages = new(StringComparer.Ordinal)
    {
        ["AvatarGenerated"] = scene => A.Avatar(scene.CorrelationId),
        ["ThemeSelected"] = scene => new ThemeSelected { SceneId = scene.CorrelationId, Theme = "neon-city" },
        ["SceneCancelRequested"] = scene => new SceneCancelRequested { SceneId = scene.CorrelationId },
        ["AvatarRolledBack"] = scene =>
            new AvatarRolledBack { SceneId = scene.CorrelationId, AvatarId = scene.AvatarId },
        ["AvatarRollbackRefused"] = scene =>
            new AvatarRollbackRefused { SceneId = scene.CorrelationId, AvatarId = scene.AvatarId },
        ["AvatarRolledBack of another avatar"] = scene =>
            new AvatarRolledBack { SceneId = scene.CorrelationId, AvatarId = Guid.NewGuid() },
        ["GenerationStarted"] = scene => A.Start(scene.CorrelationId),
        ["GenerationStarted of another attempt"] = scene => A.Start(scene.CorrelationId, attempt: 9, "prediction-9"),
        ["GenerationSucceeded"] = scene => A.Success(scene.CorrelationId),
        ["GenerationSucceeded of another attempt"] = scene => A.Success(scene.CorrelationId, attempt: 9),
        ["GenerationFailed"] = scene => A.Failure(scene.CorrelationId),
        ["GenerationFailed for good"] = scene => A.Failure(scene.CorrelationId) with { Retryable = false },
        ["GenerationFailed of another attempt"] = scene => A.Failure(scene.CorrelationId, attempt: 9),
        ["GenerationPostponed"] = scene => A.Postponement(scene.CorrelationId),
        ["SceneStored"] = scene => A.Storage(scene.CorrelationId),
        ["SceneStored of another attempt"] = scene => A.Storage(scene.CorrelationId, attempt: 9),
        ["StoringFailed"] = scene => A.StorageFailure(scene.CorrelationId),
        ["StoringFailed for good"] = scene => A.StorageFailure(scene.CorrelationId) with { Retryable = false },
        ["StoringFailed of another attempt"] = scene => A.StorageFailure(scene.CorrelationId, attempt: 9),
        ["EraseScene"] = scene => new EraseScene { SceneId = scene.CorrelationId },
        ["RetryScene"] = scene => new RetryScene { SceneId = scene.CorrelationId, Run = scene.Run },
        ["RetryScene of a run that is over"] = scene => new RetryScene { SceneId = scene.CorrelationId, Run = scene.Run - 1 },
        ["RepeatStep"] = scene => new RepeatStep { SceneId = scene.CorrelationId },
        ["RollBackScene"] = scene => new RollBackScene { SceneId = scene.CorrelationId },
        ["SceneThemeWaitElapsed"] = scene => new SceneThemeWaitElapsed { SceneId = scene.CorrelationId },
        ["SceneStepElapsed"] = scene => new SceneStepElapsed { SceneId = scene.CorrelationId },
        ["SceneDeadlineReached"] = scene => new SceneDeadlineReached { SceneId = scene.CorrelationId },
        ["SceneDeadlineReached after a last look"] = scene =>
            new SceneDeadlineReached { SceneId = scene.CorrelationId, WasLookedAt = true },
        ["SceneRollbackUnanswered"] = scene => new SceneRollbackUnanswered { SceneId = scene.CorrelationId },
    };

    private static readonly Dictionary<(string State, string Message), string> Moves = new()
    {
        [("AwaitingTheme", "ThemeSelected")] = "Submitting",
        [("AwaitingTheme", "SceneCancelRequested")] = "Canceled",
        [("AwaitingTheme", "SceneThemeWaitElapsed")] = "Expired",
        [("Submitting", "SceneCancelRequested")] = "Canceled",
        [("Submitting", "GenerationStarted")] = "Generating",
        [("Submitting", "GenerationSucceeded")] = "Storing",
        [("Submitting", "GenerationFailed for good")] = "RollingBack",
        [("Submitting", "SceneDeadlineReached")] = "RollingBack",
        [("Submitting", "SceneDeadlineReached after a last look")] = "RollingBack",
        [("Generating", "SceneCancelRequested")] = "Canceled",
        [("Generating", "GenerationSucceeded")] = "Storing",
        [("Generating", "GenerationFailed")] = "Submitting",
        [("Generating", "GenerationFailed for good")] = "RollingBack",
        [("Generating", "SceneDeadlineReached after a last look")] = "RollingBack",
        [("Storing", "SceneCancelRequested")] = "Canceled",
        [("Storing", "SceneStored")] = "Ready",
        [("Storing", "StoringFailed")] = "Submitting",
        [("Storing", "StoringFailed for good")] = "RollingBack",
        [("AwaitingTheme", "RollBackScene")] = "RollingBack",
        [("Submitting", "RollBackScene")] = "RollingBack",
        [("Generating", "RollBackScene")] = "RollingBack",
        [("Storing", "RollBackScene")] = "RollingBack",
        [("Failed", "RollBackScene")] = "RollingBack",
        [("Failed", "RetryScene")] = "Submitting",
        [("Canceled", "RetryScene")] = "Submitting",
        [("Expired", "RetryScene")] = "AwaitingTheme",
        [("RollingBack", "AvatarRolledBack")] = "RolledBack",
        [("RollingBack", "AvatarRollbackRefused")] = "Failed",
    };

    public static TheoryData<string, string> Meetings()
    {
        var meetings = new TheoryData<string, string>();
        foreach (var state in States)
        {
            foreach (var message in Messages.Keys)
            {
                meetings.Add(state, message);
            }
        }

        return meetings;
    }

    [Theory]
    [MemberData(nameof(Meetings))]
    public async Task the_scene_is_where_the_table_says(string state, string message)
    {
        var scene = A.SceneIn(state);
        await harness.AddAsync(scene);

        await harness.HearAndSettleAsync(Messages[message](scene));

        var expected = Moves.GetValueOrDefault((state, message), state);
        Assert.Equal(expected, (await harness.FindAsync(scene.CorrelationId))!.CurrentState);
    }
}
