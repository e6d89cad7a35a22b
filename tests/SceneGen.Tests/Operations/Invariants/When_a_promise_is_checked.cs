using System.Globalization;
using SceneGen.Operations.Invariants;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Operations.Invariants;

public sealed class When_a_promise_is_checked
{
    private readonly ManualTime _time = new();

    [Fact]
    public async Task one_that_holds_is_looked_at_once_and_told_in_a_line()
    {
        var promise = new Promise([], ["too late"]);

        var verdict = await CheckAsync(promise);

        Assert.True(verdict.Holds);
        Assert.Equal("I9 ok: look 1", verdict.ToString());
    }

    [Fact]
    public async Task what_is_merely_under_way_breaks_none()
    {
        var verdict = await CheckAsync(new Promise(["a moves", "b is stuck"], ["b is stuck", "c moves"]));

        Assert.Equal(["b is stuck"], verdict.Breaches);
        Assert.StartsWith("I9 BROKEN: look 2; 1 things", verdict.ToString(), StringComparison.Ordinal);
        Assert.True((await CheckAsync(new Promise(["a moves"], ["c moves"]))).Holds);
    }

    [Fact]
    public async Task of_many_breaches_ten_are_named()
    {
        string[] many = [.. Enumerable.Range(100, 40).Select(number => number.ToString(CultureInfo.InvariantCulture))];

        var told = (await CheckAsync(new Promise(many, many))).ToString().Split(Environment.NewLine);

        Assert.Equal(11, told.Length);
        Assert.Contains("40 things", told[0], StringComparison.Ordinal);
        Assert.Equal("  109", told[^1]);
    }

    private async Task<Verdict> CheckAsync(Promise promise)
    {
        var checking = Task.Run(async () =>
        {
            await foreach (var verdict in new InvariantChecker([promise], _time)
                .CheckAsync(TestContext.Current.CancellationToken))
            {
                return verdict;
            }

            throw new InvalidOperationException("There was no verdict.");
        });
        while (!checking.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(checking, Task.Delay(10, TestContext.Current.CancellationToken));
        }

        return await checking;
    }

    private sealed class Promise(params IReadOnlyList<string>[] looks) : IInvariant
    {
        private int _looks;

        public string Name => "I9";

        public Task<Finding> LookAsync(CancellationToken cancellationToken)
        {
            var breaches = looks[Math.Min(_looks, looks.Length - 1)];
            _looks++;
            return Task.FromResult(new Finding($"look {_looks}", breaches));
        }
    }
}
