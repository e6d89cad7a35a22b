using System.Diagnostics;
using MassTransit;
using SceneGen.Assets.Messages;
using SceneGen.Generation.Messages;
using SceneGen.Observability.Logs;
using SceneGen.Observability.Metrics;
using SceneGen.Observability.Telemetry;
using SceneGen.Observability.Tracing;
using SceneGen.Persistence.Outbox.Consuming;
using SceneGen.Scenes.Live;

namespace SceneGen.Scenes.Watching;

/// <summary>
/// Around each message of a scene: what it has moved is said on the message's span and on the log's lines, and counted when
/// it is committed, so that a message that is handled twice counts once. Those who watch the scene are told then, too.
/// </summary>
internal sealed class SceneWatch(SceneMeter meter, SceneChanges changes) : IFilter<SagaConsumeContext<SceneState>>
{
    public async Task Send(SagaConsumeContext<SceneState> context, IPipe<SagaConsumeContext<SceneState>> next)
    {
        using var _ = SceneLines.Begin(context.Saga.CorrelationId);
        var before = SceneMark.Of(context.Saga);
        var told = (context.Saga.TimelineSequence, context.Saga.ErasedAt);
        await next.Send(context);
        var after = SceneMark.Of(context.Saga);
        if (Spans.Current is { } span)
        {
            Tell(span, context.Saga);
        }

        if (after != before)
        {
            context.AfterCommit(() => Count(before, after, context));
        }

        if ((context.Saga.TimelineSequence, context.Saga.ErasedAt) != told)
        {
            context.AfterCommit(() => TellWatchers(context.Saga));
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("sceneWatch");

    private static void Tell(Activity span, SceneState scene)
    {
        span.SetTag(TelemetryNames.SceneAttempt, scene.Attempt);
        span.SetTag(TelemetryNames.SceneState, SceneMark.Of(scene).Word);
        span.SetTag(TelemetryNames.SceneModel, scene.Model);
        span.SetTag(TelemetryNames.SceneCode, scene.FailureCode);
    }

    private void TellWatchers(SceneState scene)
        => changes.Tell(scene.CorrelationId, scene.ErasedAt is null ? scene.TimelineSequence : null);

    private void Count(SceneMark before, SceneMark after, SagaConsumeContext<SceneState> context)
    {
        var scene = context.Saga;
        if (before.IsNew)
        {
            meter.Accept();
        }
        else if (after.State != before.State)
        {
            meter.Leave(before.Word, after.EnteredAt - before.EnteredAt);
        }

        if (after.HasFailed && !before.HasFailed)
        {
            meter.Fail(FaultOf(scene), scene.FailureCode);
        }

        if (after.IsOver && !before.IsOver)
        {
            End(before, after, context);
        }

        if (after.Run == before.Run && after.Attempt > before.Attempt)
        {
            meter.Retry(CodeIn(context));
        }

        if (after.Cost > before.Cost)
        {
            meter.Charge(after.Cost - before.Cost, scene.Model, scene.Theme);
        }

        if (after.RollbackRequests > before.RollbackRequests)
        {
            meter.RequestRollback(after.RollbackRequests - before.RollbackRequests);
        }
    }

    private void End(SceneMark before, SceneMark after, SagaConsumeContext<SceneState> context)
    {
        var (scene, took) = (context.Saga, context.Saga.UpdatedAt - context.Saga.CreatedAt);
        if (after.State is nameof(SceneStateMachine.Ready))
        {
            meter.End(after.Word, fault: null, code: null, took);
            if (OverheadOf(scene, context) is { } overhead)
            {
                meter.Spend(overhead);
            }

            return;
        }

        meter.End(after.Word, FaultOf(scene), scene.FailureCode, took);
        if (before.IsRollingBack && after.State is (nameof(SceneStateMachine.RolledBack) or nameof(SceneStateMachine.Failed)))
        {
            meter.EndRollback(after.State is nameof(SceneStateMachine.RolledBack) ? "rolledBack" : "refused");
        }
    }

    private static string? FaultOf(SceneState scene) => scene.FailureFault?.ToString().ToLowerInvariant();

    /// <summary>Of a scene that waited for no theme and no second attempt.</summary>
    private static TimeSpan? OverheadOf(SceneState scene, SagaConsumeContext<SceneState> context)
        => scene is { Run: 1, Attempt: 1, ThemeWaitEndsAt: null }
            && context.TryGetMessage<SceneStored>(out var stored)
            && stored.Message is { PaintedFor: { } painted, KeptFor: { } kept }
            && scene.UpdatedAt - scene.CreatedAt - painted - kept is var overhead && overhead > TimeSpan.Zero
            ? overhead
            : null;

    private static string? CodeIn(SagaConsumeContext<SceneState> context)
        => context.TryGetMessage<GenerationFailed>(out var failed) ? failed.Message.Code
            : context.TryGetMessage<StoringFailed>(out var storing) ? storing.Message.Code
            : null;
}
