using SceneGen.Operations.DeadLetters;

namespace SceneGen.Tests.Operations.DeadLetters;

public sealed class When_there_are_more_than_a_look_takes
{
    private const string Queue = "scenes_error";

    private static readonly DeadLetter Seen = new()
    {
        Id = "scenes_error:1",
        Queue = Queue,
        Destination = "scenes",
        Type = "ThemeSelected",
        Cause = "",
        Bytes = 2,
        Preview = "{}",
    };

    [Fact]
    public void a_filter_may_mean_all_that_lie_beyond()
        => Assert.Equal(7, new DeadLetterChoice { Cause = "timeout" }.MayHold(Queue, 7, [Seen]));

    [Fact]
    public void none_of_another_queue_is_meant()
        => Assert.Equal(0, new DeadLetterChoice { Queue = "outbox" }.MayHold(Queue, 7, []));

    [Theory]
    [InlineData(7, 1)]
    [InlineData(0, 0)]
    public void of_ids_those_that_were_not_found(int unseen, int beyond)
    {
        var choice = new DeadLetterChoice
        {
            Ids = new HashSet<string>(StringComparer.Ordinal) { "scenes_error:1", "scenes_error:2", "outbox:3" },
        };

        Assert.Equal(beyond, choice.MayHold(Queue, unseen, [Seen, Seen]));
    }

    [Fact]
    public void reports_add_them_up()
        => Assert.Equal(5, new DeadLetterReport { Beyond = 2 }.And(new DeadLetterReport { Beyond = 3 }).Beyond);
}
