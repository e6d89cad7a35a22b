using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

/// <summary>Each way to end otherwise than ready: the session is told, and nothing is left running or comes back.</summary>
public sealed class When_a_scene_ends_without_its_picture(SceneHarness harness) : IClassFixture<SceneHarness>
{
    public enum End
    {
        ThemeWait,
        Cancel,
        Deadline,
        FailureForGood,
        FailureOfTheTheme,
        StoringFailure,
    }

    [Theory]
    [InlineData("AwaitingTheme", End.ThemeWait, "Expired", "SceneExpired")]
    [InlineData("AwaitingTheme", End.Cancel, "Canceled", "SceneCanceled")]
    [InlineData("Submitting", End.Cancel, "Canceled", "SceneCanceled")]
    [InlineData("Submitting", End.Deadline, "RolledBack", "SceneFailed SceneRolledBack")]
    [InlineData("Submitting", End.FailureForGood, "RolledBack", "SceneFailed SceneRolledBack")]
    [InlineData("Submitting", End.FailureOfTheTheme, "Failed", "SceneFailed")]
    [InlineData("Generating", End.Cancel, "Canceled", "SceneCanceled")]
    [InlineData("Generating", End.Deadline, "RolledBack", "SceneFailed SceneRolledBack")]
    [InlineData("Generating", End.FailureForGood, "RolledBack", "SceneFailed SceneRolledBack")]
    [InlineData("Generating", End.FailureOfTheTheme, "Failed", "SceneFailed")]
    [InlineData("Storing", End.Cancel, "Canceled", "SceneCanceled")]
    [InlineData("Storing", End.StoringFailure, "RolledBack", "SceneFailed SceneRolledBack")]
    public async Task it_is_told_and_cleared_away_and_does_not_rise_again(string state, End end, string final, string told)
    {
        var scene = await LeadToAsync(state);

        await EndAsync(scene, end);
        if (final == "RolledBack")
        {
            Assert.Equal(["SceneRollbackUnanswered"], await TimersAfterAsync(end, scene));
            var avatar = (await harness.FindAsync(scene))!.AvatarId;
            await ComeLateAsync(scene);
            await harness.HearAndSettleAsync(new AvatarRolledBack { SceneId = scene, AvatarId = avatar });
        }

        await ComeLateAsync(scene);
        var row = (await harness.FindAsync(scene))!;
        Assert.Equal((final, null, null), (row.CurrentState, row.ImageSha256, row.OutputUrl));
        Assert.Empty(await TimersAfterAsync(end, scene));
        await harness.Messages.UntilAsync(() => Told(scene).Count >= told.Split(' ').Length, "The session was not told.");
        Assert.Equal(told, string.Join(' ', Told(scene)));
        if (state == "Generating" && end is End.Cancel or End.Deadline)
        {
            await harness.SendsAsync<CancelGeneration>(sent => sent.SceneId == scene && sent.PredictionId == "prediction-1");
        }

        await harness.SendsAsync<CancelGeneration>(sent => sent.SceneId == scene && sent.PredictionId == "late");
        await harness.SendsAsync<DiscardPicture>(sent => sent.SceneId == scene && sent.Sha256 == A.Sha256);
    }

    private async Task<Guid> LeadToAsync(string state)
    {
        var scene = Guid.NewGuid();
        await harness.HearAndSettleAsync(A.Avatar(scene, state == "AwaitingTheme" ? null : "neon-city"));
        if (state is "Generating" or "Storing")
        {
            await harness.HearAndSettleAsync(A.Start(scene));
            Assert.Contains("CheckGeneration", await harness.TimersAsync(scene));
        }

        if (state == "Storing")
        {
            await harness.HearAndSettleAsync(A.Success(scene));
        }

        Assert.Equal(state, (await harness.FindAsync(scene))!.CurrentState);
        return scene;
    }

    /// <summary>The timer that the test itself plays, and the checks that nobody makes here, never go off.</summary>
    private async Task<IReadOnlyList<string>> TimersAfterAsync(End end, Guid scene)
        => [.. (await harness.TimersAsync(scene)).Where(timer => timer != "CheckGeneration" && timer != end switch
        {
            End.ThemeWait => nameof(SceneThemeWaitElapsed),
            End.Deadline => nameof(SceneDeadlineReached),
            _ => "",
        })];

    private async Task EndAsync(Guid scene, End end)
    {
        var row = (await harness.FindAsync(scene))!;
        var forGood = A.Failure(scene) with { Retryable = false };
        await (end switch
        {
            End.ThemeWait => harness.HearAndSettleAsync(new SceneThemeWaitElapsed { SceneId = scene }, row.ThemeWaitToken),
            End.Deadline => harness.HearAndSettleAsync(
                new SceneDeadlineReached { SceneId = scene, WasLookedAt = true }, row.DeadlineToken),
            End.Cancel => harness.HearAndSettleAsync(new SceneCancelRequested { SceneId = scene }),
            End.FailureForGood => harness.HearAndSettleAsync(forGood),
            End.FailureOfTheTheme => harness.HearAndSettleAsync(
                forGood with { Code = SceneFailureCodes.PromptRefused, Fault = SceneFault.Theme }),
            _ => harness.HearAndSettleAsync(A.StorageFailure(scene) with { Retryable = false }),
        });
    }

    /// <summary>All that was under way arrives after all.</summary>
    private async Task ComeLateAsync(Guid scene)
    {
        await harness.HearAndSettleAsync(A.Start(scene, prediction: "late"));
        await harness.HearAndSettleAsync(A.Success(scene));
        await harness.HearAndSettleAsync(A.Storage(scene));
    }

    private List<string> Told(Guid scene)
        =>
        [
            .. harness.Messages.Published<SceneReady>().Where(said => said.SceneId == scene).Select(_ => nameof(SceneReady)),
            .. harness.Messages.Published<SceneExpired>().Where(said => said.SceneId == scene).Select(_ => nameof(SceneExpired)),
            .. harness.Messages.Published<SceneCanceled>().Where(said => said.SceneId == scene).Select(_ => nameof(SceneCanceled)),
            .. harness.Messages.Published<SceneFailed>().Where(said => said.SceneId == scene).Select(_ => nameof(SceneFailed)),
            .. harness.Messages.Published<SceneRolledBack>().Where(said => said.SceneId == scene).Select(_ => nameof(SceneRolledBack)),
        ];
}
