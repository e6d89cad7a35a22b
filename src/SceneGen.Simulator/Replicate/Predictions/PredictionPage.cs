namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>One page of the history, and where the pages before and after it begin.</summary>
internal sealed record PredictionPage(IReadOnlyList<FakePrediction> Items, PageCursor? Next, PageCursor? Previous);
