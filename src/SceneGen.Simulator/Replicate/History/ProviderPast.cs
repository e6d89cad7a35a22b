using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.History;

/// <summary>What a journal adds up to.</summary>
internal sealed class ProviderPast
{
    private readonly OrderedDictionary<string, PredictionRecord> _predictions = new(StringComparer.Ordinal);
    private readonly Dictionary<ProviderCall, int> _calls = [];
    private readonly Dictionary<(string Word, string Digest), int> _faults = [];

    public ProviderPast(IEnumerable<ProviderEvent> events)
    {
        foreach (var line in events)
        {
            Add(line);
        }
    }

    public IReadOnlyList<PredictionRecord> Predictions => _predictions.Values;

    public IEnumerable<CallsMade> Calls => _calls.Select(call => new CallsMade(call.Key, null, call.Value));

    public IEnumerable<FaultMet> Faults =>
        _faults.Select(fault => new FaultMet(fault.Key.Word, fault.Key.Digest, fault.Value));

    /// <summary>The shortest journal that adds up to the same.</summary>
    public IEnumerable<ProviderEvent> Lines()
    {
        return [.. Predictions, .. Calls, .. Faults];
    }

    private void Add(ProviderEvent line)
    {
        switch (line)
        {
            case PredictionRecord prediction:
                _predictions[prediction.Id] = prediction;
                break;
            case PredictionCanceled canceled:
                Change(canceled.Id, prediction => prediction with { CanceledAt = canceled.At });
                break;
            case PredictionFinished finished:
                Change(finished.Id, prediction => prediction with { Outcome = finished.Outcome });
                break;
            case CallsMade calls:
                _calls[calls.Call] = _calls.GetValueOrDefault(calls.Call) + calls.Times;
                Change(calls.Id, prediction => prediction with { Gets = prediction.Gets + calls.Times });
                break;
            case FaultMet fault:
                var met = (fault.Word, fault.Digest);
                _faults[met] = _faults.GetValueOrDefault(met) + fault.Times;
                break;
        }
    }

    private void Change(string? id, Func<PredictionRecord, PredictionRecord> change)
    {
        if (id is not null && _predictions.TryGetValue(id, out var prediction))
        {
            _predictions[id] = change(prediction);
        }
    }
}
