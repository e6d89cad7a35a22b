namespace SceneGen.Simulator.Replicate.Trouble;

/// <summary>A rule with its own count of what it saw and what it struck.</summary>
internal sealed class ArmedFault(int id, FaultRule rule)
{
    private readonly Lock _lock = new();
    private uint _seen;
    private uint _struck;

    public int Id => id;

    public FaultRule Rule => rule;

    public uint Seen => Volatile.Read(ref _seen);

    public uint Struck => Volatile.Read(ref _struck);

    public bool IsAt(string endpoint)
    {
        return rule.Endpoint == endpoint
            || (rule.Endpoint == FaultKinds.Any && endpoint is not (FaultKinds.Prediction or FaultKinds.Webhook));
    }

    public bool Strikes()
    {
        lock (_lock)
        {
            if (_struck >= rule.Count || Chance(_seen++) >= rule.Probability)
            {
                return false;
            }

            _struck++;
            return true;
        }
    }

    /// <summary>
    /// From 0 up to 1, by the seed and the place in the row alone (SplitMix64), so that a run with the same seed has
    /// the same faults however fast it goes.
    /// </summary>
    private double Chance(uint place)
    {
        unchecked
        {
            var state = ((ulong)(uint)rule.Seed << 32) + (place * 0x9E3779B97F4A7C15UL) + 0x9E3779B97F4A7C15UL;
            state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            state = (state ^ (state >> 27)) * 0x94D049BB133111EBUL;
            return ((state ^ (state >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
