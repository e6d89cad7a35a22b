namespace SceneGen.Scenes.Costs;

/// <summary>What a scene has cost, in US dollars.</summary>
internal static class SceneCosts
{
    /// <summary>What it costs from here on, it costs on this day.</summary>
    public static void BeginSpending(this SceneState scene, DateTimeOffset now)
    {
        scene.CostBeforeDay = scene.Cost - scene.CostSince(now.UtcDateTime.Date);
        scene.RunBeganAt = now;
    }

    /// <summary>What its runs have cost that began on a day of UTC, of the day on which the last one did.</summary>
    public static decimal CostSince(this SceneState scene, DateTime day)
        => scene.RunBeganAt?.UtcDateTime >= day ? scene.Cost - scene.CostBeforeDay : 0;

    /// <summary>The attempt has ended, and this is its bill.</summary>
    public static void Charge(this SceneState scene, decimal cost)
    {
        scene.Cost += cost;
        scene.AttemptPrice = null;
    }

    /// <summary>The attempt's prediction is canceled while it runs, which is billed.</summary>
    public static void ChargeCanceled(this SceneState scene) => scene.Charge(scene.AttemptPrice ?? 0);
}
