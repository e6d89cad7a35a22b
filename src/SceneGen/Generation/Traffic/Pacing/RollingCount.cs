namespace SceneGen.Generation.Traffic.Pacing;

/// <summary>How often something happened within the window before now, to a twelfth of the window.</summary>
internal sealed class RollingCount(TimeSpan window)
{
    private const int Cells = 12;

    private readonly long _cell = window.Ticks / Cells;
    private readonly int[] _counts = new int[Cells];
    private readonly long[] _numbers = new long[Cells];

    public void Add(DateTimeOffset now)
    {
        var number = now.UtcTicks / _cell;
        var index = (int)(number % Cells);
        if (_numbers[index] != number)
        {
            (_numbers[index], _counts[index]) = (number, 0);
        }

        _counts[index]++;
    }

    public int Total(DateTimeOffset now)
    {
        var oldest = (now.UtcTicks / _cell) - Cells + 1;
        var total = 0;
        for (var index = 0; index < Cells; index++)
        {
            total += _numbers[index] >= oldest ? _counts[index] : 0;
        }

        return total;
    }

    public void Clear() => Array.Clear(_counts);
}
