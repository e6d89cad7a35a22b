namespace SceneGen.Simulator.Replicate.Course;

/// <summary>How much of a prediction's course has been told, and to whom it is still to be.</summary>
internal sealed class PredictionStory
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _firstWord = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool HasListener { get; set; }

    public bool IsStartTold { get; set; }

    public bool IsEndTold { get; set; }

    public Task End => _end.Task;

    /// <summary>Done when the first webhook has been tried, or is known not to come.</summary>
    public Task FirstWord => _firstWord.Task;

    /// <summary>What is being delivered; each waits for the one before.</summary>
    public Task Deliveries { get; set; } = Task.CompletedTask;

    /// <summary>What is to be told after the end.</summary>
    public List<Webhooks.WebhookMessage> Held { get; } = [];

    public void TellEnd()
    {
        IsEndTold = true;
        _end.TrySetResult();
    }

    public void TellFirstWord()
    {
        _firstWord.TrySetResult();
    }
}
