using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.Ledger;

/// <summary>One prediction as tests and demonstrations see it.</summary>
internal sealed record LedgerEntry
{
    public required string Id { get; init; }

    public required string Model { get; init; }

    public required string Status { get; init; }

    public required string? Error { get; init; }

    public required long? Seed { get; init; }

    public required string Prompt { get; init; }

    public required IReadOnlyList<string> ImageUrls { get; init; }

    public required string? Webhook { get; init; }

    /// <summary>The fault that kept the answer to its creation from the caller.</summary>
    public required string? HttpFault { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset? CanceledAt { get; init; }

    /// <summary>A picture, or time on the machine, that the real provider would have charged for.</summary>
    public required bool Billed { get; init; }

    public required int Gets { get; init; }

    public static LedgerEntry Of(FakePrediction prediction, PredictionSnapshot snapshot)
    {
        return new LedgerEntry
        {
            Id = prediction.Id,
            Model = prediction.Model.Name,
            Status = snapshot.Status,
            Error = snapshot.Error,
            Seed = prediction.Order.Seed,
            Prompt = prediction.Order.Prompt,
            ImageUrls = prediction.Order.ImageUrls,
            Webhook = prediction.Record.Webhook,
            HttpFault = prediction.Record.HttpFault,
            CreatedAt = prediction.CreatedAt,
            CanceledAt = prediction.CanceledAt,
            Billed = snapshot.IsBilled,
            Gets = prediction.Gets,
        };
    }
}
