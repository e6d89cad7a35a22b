namespace SceneGen.Benchmarks.Messaging;

/// <summary>Where all walks end.</summary>
public sealed class Finish
{
    private TaskCompletionSource _all = new();
    private int _missing;

    public Task Expect(int walks)
    {
        _missing = walks;
        _all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return _all.Task.WaitAsync(TimeSpan.FromMinutes(10));
    }

    public void Reach()
    {
        if (Interlocked.Decrement(ref _missing) == 0)
        {
            _all.SetResult();
        }
    }
}
