using SceneGen.Generation;

namespace SceneGen.Tests.Generation;

/// <summary>What a purchase is expected to have come to.</summary>
internal static class Bought
{
    public static string Begun(Purchase purchase) => Assert.IsType<Purchase.Begun>(purchase).Intent.PredictionId!;

    public static void Postponed(double seconds, Purchase purchase)
        => Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.IsType<Purchase.Postponed>(purchase).Wait);
}
