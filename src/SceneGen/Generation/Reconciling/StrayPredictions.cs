using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Generation.Intents;
using SceneGen.Generation.Messages;
using SceneGen.Generation.Polling;
using SceneGen.Generation.Traffic;
using SceneGen.Messaging;
using SceneGen.Replicate.Models;
using SceneGen.Replicate.Webhooks;
using SceneGen.Replicate.Wire;
using SceneGen.Scenes;

namespace SceneGen.Generation.Reconciling;

/// <summary>Holds the provider's list against the scenes: what runs for nobody is canceled, what was paid for nothing is counted.</summary>
internal sealed class StrayPredictions(
    SceneDbContext database,
    PredictionPages pages,
    ModelLibrary models,
    ISendEndpointProvider endpoints,
    TimeProvider time)
{
    /// <summary>Longer than from one pass to the next: what was made at the edge of one is seen by the other.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private static readonly string[] Waiting =
    [
        nameof(SceneStateMachine.Submitting),
        nameof(SceneStateMachine.Generating),
        nameof(SceneStateMachine.Storing),
        nameof(SceneStateMachine.Ready),
    ];

    /// <summary>What is younger may be known in a moment.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    public async Task<StrayReport> FindAsync(TrafficPermit permit, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var report = new StrayReport();
        await pages.ReadAsync(
            permit,
            (now - Window, now - Settling),
            async page =>
            {
                report = await JudgeAsync(report, page, cancellationToken);
                return false;
            },
            cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return report;
    }

    private async Task<StrayReport> JudgeAsync(
        StrayReport report, Prediction[] page, CancellationToken cancellationToken)
    {
        var ours = await OursAsync(page, cancellationToken);
        var wanted = await WantedAsync(ours.Select(one => one.Intent.SceneId), cancellationToken);
        report = report with { Looked = report.Looked + ours.Count };
        foreach (var (prediction, intent) in ours.Where(one => !IsWanted(one.Prediction, one.Intent, wanted)))
        {
            report = await JudgeAsync(report, prediction, intent, cancellationToken);
        }

        return report;
    }

    /// <summary>Of two predictions of one attempt, one is a second purchase.</summary>
    private static bool IsWanted(
        Prediction prediction, GenerationIntent intent, ISet<(Guid SceneId, int Run, int Attempt)> wanted)
        => (intent.PredictionId is null || intent.PredictionId == prediction.Id)
            && wanted.Contains((intent.SceneId, intent.Run, intent.Attempt));

    /// <summary>By token or by id; what neither names belongs to another user of the account.</summary>
    private async Task<IReadOnlyList<(Prediction Prediction, GenerationIntent Intent)>> OursAsync(
        Prediction[] page, CancellationToken cancellationToken)
    {
        var tokens = page.Select(TokenOf).OfType<string>().ToList();
        var ids = page.Select(prediction => prediction.Id).ToList();
        var intents = await database.Intents.AsNoTracking()
            .Where(intent => tokens.Contains(intent.Token!) || ids.Contains(intent.PredictionId!))
            .ToListAsync(cancellationToken);
        return
        [
            .. from prediction in page
               let token = TokenOf(prediction)
               let intent = intents.Find(one => one.PredictionId == prediction.Id || (token is not null && one.Token == token))
               where intent is not null
               select (prediction, intent),
        ];
    }

    /// <summary>The attempts whose scene waits for them or has their picture.</summary>
    private async Task<ISet<(Guid SceneId, int Run, int Attempt)>> WantedAsync(
        IEnumerable<Guid> scenes, CancellationToken cancellationToken)
    {
        var ids = scenes.Distinct().ToList();
        var wanted = await database.Scenes.AsNoTracking()
            .Where(scene => ids.Contains(scene.CorrelationId) && Waiting.Contains(scene.CurrentState))
            .Select(scene => new { scene.CorrelationId, scene.Run, scene.Attempt })
            .ToListAsync(cancellationToken);
        return wanted.Select(scene => (scene.CorrelationId, scene.Run, scene.Attempt)).ToHashSet();
    }

    private static string? TokenOf(Prediction prediction)
        => prediction.Webhook is { } webhook ? WebhookAddress.TokenIn(webhook) : null;

    private async Task<StrayReport> JudgeAsync(
        StrayReport report, Prediction prediction, GenerationIntent intent, CancellationToken cancellationToken)
    {
        if (!prediction.IsOver)
        {
            var cancel = await endpoints.GetSendEndpoint(Queues.CancelGeneration);
            await cancel.Send(
                new CancelGeneration { SceneId = intent.SceneId, PredictionId = prediction.Id }, cancellationToken);
            return report with { Canceled = [.. report.Canceled, prediction.Id] };
        }

        return prediction.Status is "succeeded"
            ? report with
            {
                Unused = [.. report.Unused, prediction.Id],
                UnusedDollars = report.UnusedDollars + (models.Find(intent.Model)?.Price ?? 0),
            }
            : report;
    }
}
