namespace SceneGen.Callbacks.Telling;

/// <summary>How many posts of this process wait for each host: one that answers slowly must not hold all there may be.</summary>
internal sealed class HostTurns
{
    private const int AtOnce = 8;

    private readonly Dictionary<string, int> _waiting = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>False while the host has as many as it may; whoever got a turn gives it back.</summary>
    public bool TryTake(string host)
    {
        lock (_waiting)
        {
            var waiting = _waiting.GetValueOrDefault(host);
            if (waiting == AtOnce)
            {
                return false;
            }

            _waiting[host] = waiting + 1;
            return true;
        }
    }

    public void Return(string host)
    {
        lock (_waiting)
        {
            if (--_waiting[host] == 0)
            {
                _waiting.Remove(host);
            }
        }
    }
}
