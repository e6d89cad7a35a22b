using Microsoft.Extensions.Options;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Options;

namespace SceneGen.Scenes.Timers;

/// <summary>How long a scene waits for what, from the settings and from what its row already remembers.</summary>
public sealed class SceneTimers(
    TimeProvider time,
    IOptions<SceneOptions> scenes,
    IOptions<StepOptions> steps,
    IOptions<PollingOptions> polling,
    IOptions<CompensationOptions> compensation)
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestStep = TimeSpan.FromHours(1);

    // The provider keeps a picture for an hour: a store that is back has to be noticed well within it.
    private static readonly TimeSpan LongestStore = TimeSpan.FromMinutes(5);

    /// <summary>How long the provider keeps a finished picture.</summary>
    public static readonly TimeSpan OutputLife = TimeSpan.FromHours(1);

    /// <summary>How long the last look before the end may take; the provider or the database may just have come back.</summary>
    public static readonly TimeSpan LastLook = TimeSpan.FromMinutes(1);

    /// <summary>A scene that waits for what is answered to another one is told; this is for a word that was lost.</summary>
    public static readonly TimeSpan AnswerToAnother = TimeSpan.FromMinutes(10);

    public DateTimeOffset Now => time.GetUtcNow();

    public DateTimeOffset ThemeWaitEnd => Now + scenes.Value.ThemeWait;

    public DateTimeOffset Deadline => Now + scenes.Value.Deadline;

    public TimeSpan Until(DateTimeOffset? due) => due is { } at && at > Now ? at - Now : TimeSpan.Zero;

    public TimeSpan Submit(SceneState scene) => Step(scene, steps.Value.Submit);

    public TimeSpan Store(SceneState scene) => Step(scene, steps.Value.Store, LongestStore);

    /// <summary>A check re-arms itself; the step's timer only notices that none has come for a long while.</summary>
    public TimeSpan Generate(SceneState scene) => Step(scene, (polling.Value.Max * 4) + polling.Value.WebhookGrace);

    public TimeSpan FirstCheck(GenerationStarted started) => started switch
    {
        { IsHinted: true } => TimeSpan.Zero,
        { IsReported: true } => Jittered(polling.Value.WebhookGrace),
        { FirstCheck: { } wait } => wait,
        _ => Jittered(polling.Value.First),
    };

    /// <summary>The wait after check number <paramref name="check"/>.</summary>
    public TimeSpan NextCheck(int check)
        => Jittered(Backoff.Wait(check, polling.Value.First, polling.Value.Factor, polling.Value.Max));

    /// <summary>The wait before attempt number <paramref name="attempt"/>, from 2 on.</summary>
    public static TimeSpan Retry(int attempt) => Backoff.Wait(attempt - 2, FirstRetry, 2, LongestRetry);

    public TimeSpan Rollback(SceneState scene)
        => Backoff.Wait(
            scene.RollbackRequests - 1, compensation.Value.First, compensation.Value.Factor, compensation.Value.Max);

    public bool RollbackIsGivenUp(SceneState scene)
        => Now - scene.RollbackRequestedAt >= compensation.Value.GiveUpAfter;

    private static TimeSpan Step(SceneState scene, TimeSpan first, TimeSpan? longest = null)
        => Backoff.Wait(Math.Max(0, scene.StepSends - 1), first, 2, longest ?? LongestStep);

    private TimeSpan Jittered(TimeSpan wait)
    {
        // Checks that began together drift apart; nothing secret depends on the number.
#pragma warning disable CA5394
        var share = (Random.Shared.NextDouble() * 2) - 1;
#pragma warning restore CA5394
        return wait * (1 + (share * polling.Value.Jitter));
    }
}
