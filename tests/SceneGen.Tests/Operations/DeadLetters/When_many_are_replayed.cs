using SceneGen.Operations.DeadLetters;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Operations.DeadLetters;

public sealed class When_many_are_replayed
{
    private readonly ManualTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task they_go_out_one_after_the_other()
    {
        var pace = new DeadLetterPace(4, _time);
        Assert.True(await pace.NextAsync(Stop));

        var second = pace.NextAsync(Stop);
        _time.Advance(TimeSpan.FromMilliseconds(249));
        Assert.False(second.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(await second);
    }

    [Fact]
    public async Task it_ends_after_half_a_minute()
    {
        var pace = new DeadLetterPace(1, _time);
        for (var sent = 0; sent < 30; sent++)
        {
            var next = pace.NextAsync(Stop);
            _time.Advance(TimeSpan.FromSeconds(1));
            Assert.True(await next);
        }

        Assert.False(await pace.NextAsync(Stop));
    }
}
