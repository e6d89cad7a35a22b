using Microsoft.Extensions.Options;

namespace SceneGen.Simulator.Replicate.Trouble;

/// <summary>The faults that are switched on, in the order in which they were.</summary>
internal sealed class FaultBook
{
    private readonly Lock _lock = new();
    private volatile ArmedFault[] _armed = [];
    private int _lastId;

    public FaultBook(IOptions<SimulatorOptions> options)
    {
        foreach (var text in options.Value.Faults)
        {
            Add(Parse(text));
        }
    }

    public IReadOnlyList<ArmedFault> Armed => _armed;

    public ArmedFault Add(FaultRule rule)
    {
        lock (_lock)
        {
            var armed = new ArmedFault(++_lastId, rule);
            _armed = [.. _armed, armed];
            return armed;
        }
    }

    public bool Remove(int id)
    {
        lock (_lock)
        {
            var before = _armed.Length;
            _armed = [.. _armed.Where(armed => armed.Id != id)];
            return _armed.Length < before;
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _armed = [];
        }
    }

    /// <summary>The first fault that strikes here; those behind it do not count this one.</summary>
    public FaultRule? Draw(string endpoint)
    {
        foreach (var armed in _armed)
        {
            if (armed.IsAt(endpoint) && armed.Strikes())
            {
                return armed.Rule;
            }
        }

        return null;
    }

    private static FaultRule Parse(string text)
    {
        try
        {
            var rule = FaultRule.Parse(text);
            return rule.Mistake() is { } mistake ? throw new FormatException(mistake) : rule;
        }
        catch (FormatException exception)
        {
            throw new FormatException($"Simulator:Faults has the entry '{text}'. {exception.Message}", exception);
        }
    }
}
