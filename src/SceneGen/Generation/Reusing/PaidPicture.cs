using SceneGen.Generation.Intents;
using SceneGen.Generation.Traffic;

namespace SceneGen.Generation.Reusing;

/// <summary>Whether an earlier run of a scene has paid for a picture that can still be used.</summary>
internal abstract record PaidPicture
{
    private PaidPicture()
    {
    }

    public sealed record None : PaidPicture;

    /// <summary>The provider cannot be asked just now, or what became of the purchase is not known yet.</summary>
    public sealed record Later(TimeSpan Wait, TrafficStop? Stop = null) : PaidPicture;

    /// <summary>By the purchase it came of; the URL is a secret.</summary>
    public sealed record Found(GenerationIntent Intent, string OutputUrl, DateTimeOffset? CompletedAt) : PaidPicture;
}
