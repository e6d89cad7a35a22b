using SceneGen.Simulator.Replicate.Predictions;
using SceneGen.Simulator.Replicate.Webhooks;

namespace SceneGen.Simulator.Replicate.Ledger;

/// <summary>The books on one page. Calls and webhooks are of this run, predictions of all.</summary>
internal sealed record LedgerSummary
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public required IReadOnlyList<CallTotal> Calls { get; init; }

    public required int Creates { get; init; }

    public required int InFlight { get; init; }

    public required IReadOnlyDictionary<string, int> Statuses { get; init; }

    public required int Billed { get; init; }

    public required decimal Dollars { get; init; }

    public required IReadOnlyList<ModelBill> Bills { get; init; }

    public required Duplicates DuplicateInputs { get; init; }

    public required Duplicates DuplicateWebhooks { get; init; }

    /// <summary>The most creations in any 60 seconds.</summary>
    public required int PeakCreatesPerMinute { get; init; }

    public required WebhookCounts Webhooks { get; init; }

    public static LedgerSummary Of(
        IReadOnlyList<FakePrediction> predictions,
        Func<FakePrediction, PredictionSnapshot> look,
        CallBook calls,
        WebhookCounts webhooks)
    {
        var seen = predictions.Select(prediction => (Prediction: prediction, Now: look(prediction))).ToList();
        var bills = seen
            .Where(entry => entry.Now.IsBilled)
            .GroupBy(entry => entry.Prediction.Model.Name, StringComparer.Ordinal)
            .Select(group => new ModelBill(group.Key, group.Count(), group.Count() * Prices.Of(group.Key)))
            .OrderBy(bill => bill.Model, StringComparer.Ordinal)
            .ToList();
        return new LedgerSummary
        {
            Calls = calls.Totals(),
            Creates = seen.Count,
            InFlight = seen.Count(entry => !entry.Now.Ended),
            Statuses = seen.CountBy(entry => entry.Now.Status).ToDictionary(StringComparer.Ordinal),
            Billed = bills.Sum(bill => bill.Billed),
            Dollars = bills.Sum(bill => bill.Dollars),
            Bills = bills,
            DuplicateInputs = Duplicates.By(predictions, prediction => prediction.InputDigest),
            DuplicateWebhooks = Duplicates.By(predictions, prediction => prediction.Record.Webhook),
            PeakCreatesPerMinute = Peak([.. predictions.Select(prediction => prediction.CreatedAt)]),
            Webhooks = webhooks,
        };
    }

    private static int Peak(DateTimeOffset[] times)
    {
        var (peak, first) = (0, 0);
        for (var last = 0; last < times.Length; last++)
        {
            while (times[first] + Minute <= times[last])
            {
                first++;
            }

            peak = Math.Max(peak, last - first + 1);
        }

        return peak;
    }
}
