namespace SceneGen.Operations.DeadLetters;

/// <summary>Keeps a replay to so many a second, and to an end within the time a caller waits.</summary>
internal sealed class DeadLetterPace(int perSecond, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private int _left = (int)(perSecond * Longest.TotalSeconds);
    private bool _isFirst = true;

    /// <summary>False when the time is used up.</summary>
    public async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        if (_left == 0)
        {
            return false;
        }

        if (!_isFirst)
        {
            await Task.Delay(TimeSpan.FromSeconds(1.0 / perSecond), time, cancellationToken);
        }

        (_isFirst, _left) = (false, _left - 1);
        return true;
    }
}
