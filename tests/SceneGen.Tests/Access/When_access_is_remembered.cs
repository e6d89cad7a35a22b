using Microsoft.Extensions.Logging.Abstractions;
using SceneGen.Access;
using SceneGen.Data;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Access;

public sealed class When_access_is_remembered : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly Remembered<string> _remembered;
    private Task<string> _answer = Task.FromResult("first");

    public When_access_is_remembered()
        => _remembered = new Remembered<string>((_, stop) => _answer.WaitAsync(stop), _time, NullLogger.Instance);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(3, "first")]
    [InlineData(60, "second")]
    public async Task whoever_comes_while_it_is_read_takes_what_is_known_only_when_that_is_young(int seconds, string taken)
    {
        await _remembered.GetAsync(Stop);
        _time.Advance(TimeSpan.FromSeconds(seconds));
        var reading = new TaskCompletionSource<string>();
        _answer = reading.Task;

        var reader = _remembered.GetAsync(Stop).AsTask();
        var other = _remembered.GetAsync(Stop).AsTask();
        Assert.Equal((false, taken is "first"), (reader.IsCompleted, other.IsCompleted));
        reading.SetResult("second");

        Assert.Equal(("second", taken), (await reader, await other));
    }

    [Fact]
    public async Task what_was_changed_here_is_read_before_anybody_takes_it()
    {
        await _remembered.GetAsync(Stop);
        var reading = new TaskCompletionSource<string>();
        _answer = reading.Task;

        _remembered.Forget();
        var all = new[] { _remembered.GetAsync(Stop).AsTask(), _remembered.GetAsync(Stop).AsTask() };
        Assert.All(all, one => Assert.False(one.IsCompleted));
        reading.SetResult("second");

        Assert.Equal(["second", "second"], await Task.WhenAll(all));
    }

    [Fact]
    public async Task a_failure_is_not_repeated_for_everybody()
    {
        await _remembered.GetAsync(Stop);
        _time.Advance(TimeSpan.FromMinutes(1));
        _answer = Task.FromException<string>(new TimeoutException());
        Assert.Equal("first", await _remembered.GetAsync(Stop));

        _answer = Task.FromResult("second");

        Assert.Equal("first", await _remembered.GetAsync(Stop));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("second", await _remembered.GetAsync(Stop));
    }

    [Fact]
    public async Task what_the_database_does_not_say_in_time_is_its_fault_and_no_cancellation()
    {
        _answer = new TaskCompletionSource<string>().Task;
        var first = _remembered.GetAsync(Stop).AsTask();

        _time.Advance(TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<DatabaseSilence>(() => first);
        _answer = Task.FromResult("first");
        Assert.Equal("first", await _remembered.GetAsync(Stop));
    }

    public void Dispose() => _remembered.Dispose();
}
