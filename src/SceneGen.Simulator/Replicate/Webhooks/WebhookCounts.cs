namespace SceneGen.Simulator.Replicate.Webhooks;

/// <summary>What became of the webhooks of this run.</summary>
internal sealed class WebhookCounts
{
    private int _attempts;
    private int _delivered;
    private int _givenUp;
    private int _lost;

    public int Attempts => Volatile.Read(ref _attempts);

    public int Delivered => Volatile.Read(ref _delivered);

    public int GivenUp => Volatile.Read(ref _givenUp);

    /// <summary>Never sent, as a fault demands.</summary>
    public int Lost => Volatile.Read(ref _lost);

    public void CountAttempt()
    {
        Interlocked.Increment(ref _attempts);
    }

    public void CountDelivered()
    {
        Interlocked.Increment(ref _delivered);
    }

    public void CountGivenUp()
    {
        Interlocked.Increment(ref _givenUp);
    }

    public void CountLost()
    {
        Interlocked.Increment(ref _lost);
    }
}
