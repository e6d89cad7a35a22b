namespace SceneGen.Scenes.Costs;

/// <summary>What a scene has cost, in US dollars.</summary>
internal static class SceneCosts
{
    /// <summary>The attempt has ended, and this is its bill.</summary>
    public static void Charge(this SceneState scene, decimal cost)
    {
        scene.Cost += cost;
        scene.AttemptPrice = null;
    }

    /// <summary>The attempt's prediction is canceled while it runs, which is billed.</summary>
    public static void ChargeCanceled(this SceneState scene) => scene.Charge(scene.AttemptPrice ?? 0);
}
