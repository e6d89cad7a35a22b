using SceneGen.Generation.Traffic;

namespace SceneGen.Scenes.Forecasts;

/// <summary>What is known of how long scenes take, as of a moment ago.</summary>
internal sealed record Forecast
{
    public static readonly Forecast Unknown = new();

    /// <summary>How long each model paints.</summary>
    public IReadOnlyDictionary<string, Pace> Models { get; init; } = new Dictionary<string, Pace>();

    /// <summary>How long it takes until a picture is ordered, by scenes that did not wait in line.</summary>
    public Pace? Submitting { get; init; }

    public Pace? Storing { get; init; }

    /// <summary>Since when scenes wait for the budget, the oldest first.</summary>
    public IReadOnlyList<DateTimeOffset> Line { get; init; } = [];

    /// <summary>How many of them are ordered a minute.</summary>
    public int OrdersPerMinute { get; init; } = 1;

    /// <summary>Null where nothing honest can be said.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="model">Which paints it, or will.</param>
    /// <param name="now">The moment from which it counts.</param>
    public TimeSpan? RestOf(SceneState scene, string? model, DateTimeOffset now)
    {
        var elapsed = now - (scene.StateEnteredAt ?? scene.UpdatedAt);
        var painting = model is null ? null : Models.GetValueOrDefault(model);
        return scene.CurrentState switch
        {
            nameof(SceneStateMachine.Submitting) => UntilOrdered(scene, elapsed) + painting?.Half + Storing?.Half,
            nameof(SceneStateMachine.Generating) => painting?.RestAfter(elapsed) + Storing?.Half,
            nameof(SceneStateMachine.Storing) => Storing?.RestAfter(elapsed),
            _ => null,
        };
    }

    private TimeSpan? UntilOrdered(SceneState scene, TimeSpan elapsed) => scene switch
    {
        { WaitsFor: null } => Submitting?.RestAfter(elapsed),
        { WaitsFor: var gate, WaitsSince: { } since } when gate == TrafficStop.Budget.Gate =>
            TimeSpan.FromMinutes((double)PlaceOf(since) / OrdersPerMinute),

        // Nobody knows when a closed gate opens.
        _ => null,
    };

    private int PlaceOf(DateTimeOffset since) => Line.TakeWhile(other => other < since).Count() + 1;
}
