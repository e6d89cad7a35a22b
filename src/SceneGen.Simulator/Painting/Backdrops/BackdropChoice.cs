using SceneGen.Simulator.Painting.Backdrops.Built;
using SceneGen.Simulator.Painting.Backdrops.Nature;

namespace SceneGen.Simulator.Painting.Backdrops;

/// <summary>Finds the place that a prompt speaks of.</summary>
internal static class BackdropChoice
{
    private const int Phrase = 10;

    /// <summary>The first is for prompts that speak of none of them.</summary>
    private static readonly ISceneBackdrop[] Places =
    [
        new SunnyHills(), new SpaceStation(), new EnchantedForest(), new NeonCity(), new CoralReef(),
        new CastleCourtyard(),
        new DesertOasis(), new NorthernLights(), new JungleTemple(), new BeachSunset(), new HauntedMansion(),
        new SkyIslands(), new RaceTrack(),
    ];

    public static ISceneBackdrop For(string prompt) => Places.MaxBy(place => place.Keywords.Sum(
        words => !prompt.Contains(words, StringComparison.OrdinalIgnoreCase) ? 0 : words.Contains(' ') ? Phrase : 1))!;
}
