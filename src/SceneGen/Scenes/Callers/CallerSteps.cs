using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Scenes.Failures;
using SceneGen.Scenes.Quotas;

namespace SceneGen.Scenes.Callers;

/// <summary>The verbs by which a scene keeps what its caller is owed: in the transaction in which it does what was asked.</summary>
internal static class CallerSteps
{
    /// <summary>An attempt before this one was not saved, and this one may find nothing left to do.</summary>
    public static void ForgetAnswer(this SagaConsumeContext<SceneState> context)
    {
        if (context.ReceiveContext.TryGetPayload(out CallerRequest? request))
        {
            request.Scene = null;
        }
    }

    /// <summary>Before anything is changed: the same request may have been answered, or the caller may have enough scenes.</summary>
    public static EventActivityBinder<SceneState, T> HearCaller<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.ThenAsync(async context =>
        {
            if (!context.ReceiveContext.TryGetPayload(out CallerRequest? request))
            {
                return;
            }

            var database = context.GetPayload<SceneDbContext>();
            if (context.GetRetryAttempt() > 0 && await database.WasAnsweredAsync(request.Key, context.CancellationToken))
            {
                // Its twin was quicker; the first attempt here found out when it was to be saved.
                throw new SceneExistsException();
            }

            if (request.Quota is { } quota)
            {
                await database.ClaimAsync(request.Key, quota, context.Saga, machine.Timers.Now, context.CancellationToken);
            }
        });

    /// <summary>After all is changed.</summary>
    public static EventActivityBinder<SceneState, T> AnswerCaller<T>(
        this EventActivityBinder<SceneState, T> binder, SceneStateMachine machine)
        where T : class
        => binder.Then(context =>
        {
            if (!context.ReceiveContext.TryGetPayload(out CallerRequest? request))
            {
                return;
            }

            var scene = context.Saga;
            if (request.Key is { } key)
            {
                context.GetPayload<SceneDbContext>().Add(new KeptAnswer
                {
                    KeyHash = key.Hash,
                    Item = key.Item,
                    RequestHash = key.RequestHash,
                    SceneId = scene.CorrelationId,
                    At = machine.Timers.Now,
                    Body = request.Describe(scene),
                });
            }

            request.Scene = scene;
        });

    private static async Task ClaimAsync(
        this SceneDbContext database,
        AnswerKey? key,
        QuotaClaim quota,
        SceneState scene,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        try
        {
            await database.ClaimAsync(quota, scene, now, cancellationToken);
        }
        catch (QuotaExceededException)
        {
            if (await database.WasAnsweredAsync(key, cancellationToken))
            {
                // What is in the way may be the scene of its twin.
                throw new SceneExistsException();
            }

            throw;
        }
    }

    private static async Task<bool> WasAnsweredAsync(
        this SceneDbContext database, AnswerKey? key, CancellationToken cancellationToken)
        => key is not null && await database.KeptAnswers.AnyAsync(
            answer => answer.KeyHash == key.Hash && answer.Item == key.Item, cancellationToken);
}
