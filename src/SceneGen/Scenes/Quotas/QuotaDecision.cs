using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Costs;

namespace SceneGen.Scenes.Quotas;

/// <summary>
/// Decides in a scene's transaction whether its caller may have it. Who decides holds the callers' rows until the
/// transaction ends, or whoever saves second fails and runs again: of any number at once, none is let through too many.
/// </summary>
internal static class QuotaDecision
{
    /// <summary>As the name in a scene of who asked for it; no key may have it.</summary>
    private const string Sessions = "(sessions)";

    /// <summary>As the database keeps them.</summary>
    private const int PlacesOfCosts = 4;

    private static readonly string[] BeingMade =
    [
        nameof(SceneStateMachine.Submitting),
        nameof(SceneStateMachine.Generating),
        nameof(SceneStateMachine.Storing),
    ];

    private static readonly string[] Running = [nameof(SceneStateMachine.AwaitingTheme), .. BeingMade];

    public static async Task ClaimAsync(
        this SceneDbContext database,
        QuotaClaim claim,
        SceneState scene,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // Always in this order, so that no two wait for each other.
        var (askedBy, limits) = claim.Key is { } key ? (key, claim.Each) : (Sessions, claim.Sessions);
        if (!limits.AreOff)
        {
            await database.HoldAsync(claim.Key is null ? "sessions" : $"key:{askedBy}", now, cancellationToken);
            var together = database.Scenes.Where(other => other.AskedBy == askedBy);
            await CheckAsync(together, limits, claim, scene, now, cancellationToken);
        }

        if (!claim.Each.AreOff)
        {
            // What it has deleted today has cost as much.
            string[] names = [claim.SessionId, SessionMark.Of(claim.SessionId)];
            await database.HoldAsync(QuotaHolder.OfSession(claim.SessionId), now, cancellationToken);
            var own = database.Scenes.Where(other => names.Contains(other.SessionId));
            await CheckAsync(own, claim.Each, claim, scene, now, cancellationToken);
        }

        scene.AskedBy = askedBy;
    }

    /// <summary>
    /// Of the runs that began since then, whenever their scenes were made. In the only numbers with a fraction that
    /// both databases add up.
    /// </summary>
    public static IQueryable<double> CostsOf(IQueryable<SceneState> scenes, DateTimeOffset since, double unpriced)
        => scenes
            .Where(scene => scene.RunBeganAt >= since)
            .Select(scene => (double)scene.Cost - (double)scene.CostBeforeDay
                + (BeingMade.Contains(scene.CurrentState) ? (double?)scene.AttemptPrice ?? unpriced : 0));

    private static async Task HoldAsync(
        this SceneDbContext database, string name, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await database.FindQuotaHolderAsync(name, cancellationToken) is { } holder)
        {
            holder.Version++;
            holder.UsedAt = now;
        }
        else
        {
            database.Add(new QuotaHolder { Name = name, UsedAt = now });
        }
    }

    private static async Task CheckAsync(
        IQueryable<SceneState> scenes,
        QuotaLimits limits,
        QuotaClaim claim,
        SceneState scene,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var id = scene.CorrelationId;
        var others = scenes.AsNoTracking().Where(other => other.CorrelationId != id);

        // Those that wait for a theme do not keep each other from it.
        var counted = scene.CurrentState == nameof(SceneStateMachine.AwaitingTheme) ? BeingMade : Running;
        var running = others.Where(other => counted.Contains(other.CurrentState));
        if (limits.RunningScenes > 0 && await running.CountAsync(cancellationToken) >= limits.RunningScenes)
        {
            throw new QuotaExceededException { Kind = limits.KindOfRunning };
        }

        var today = now.UtcDateTime.Date;
        var own = scene.CostSince(today) + claim.Price;
        if (limits.CostPerDay > 0
            && own + await SpentAsync(others, claim, today, cancellationToken) > limits.CostPerDay)
        {
            throw new QuotaExceededException { Kind = limits.KindOfCost };
        }
    }

    /// <summary>Added up by the database: what is read of a day's scenes stays there.</summary>
    private static async Task<decimal> SpentAsync(
        IQueryable<SceneState> scenes, QuotaClaim claim, DateTime today, CancellationToken cancellationToken)
    {
        var midnight = new DateTimeOffset(today, TimeSpan.Zero);
        var spent = await CostsOf(scenes, midnight, (double)claim.Price).SumAsync(cancellationToken);
        return Math.Round((decimal)spent, PlacesOfCosts);
    }
}
