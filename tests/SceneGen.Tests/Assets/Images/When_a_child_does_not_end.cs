using System.Diagnostics;
using System.Globalization;
using SceneGen.Assets.Images;

namespace SceneGen.Tests.Assets.Images;

public sealed class When_a_child_does_not_end : IDisposable
{
    private const string SleepForLong = "sleep 600 & echo $$ $! > \"$1.new\"; mv \"$1.new\" \"$1\"; wait";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HeldClock _clock = new();
    private readonly TestFolder _folder = new();
    private readonly VipsCommand _vips;

    public When_a_child_does_not_end() => _vips = new VipsCommand(_clock) { Program = "/bin/sh" };

    [Fact]
    public async Task it_is_ended_with_its_own_children_when_its_time_is_up()
    {
        var running = RunAsync(TestContext.Current.CancellationToken);
        var processes = await StartedProcessesAsync();

        _clock.Elapse(TimeSpan.FromSeconds(44));
        Assert.All(processes, process => Assert.True(IsAlive(process)));
        _clock.Elapse(TimeSpan.FromSeconds(45));

        var failure = await Assert.ThrowsAsync<PictureToolException>(
            () => running.WaitAsync(Patience, TestContext.Current.CancellationToken));
        Assert.Equal("vips took longer than 45 s and was ended.", failure.Message);
        await AssertGoneAsync(processes);
    }

    [Fact]
    public async Task it_is_ended_with_its_own_children_when_nobody_waits_any_more()
    {
        using var giveUp = new CancellationTokenSource();
        var running = RunAsync(giveUp.Token);
        var processes = await StartedProcessesAsync();

        await giveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => running.WaitAsync(Patience, TestContext.Current.CancellationToken));
        await AssertGoneAsync(processes);
    }

    public void Dispose()
    {
        _vips.Dispose();
        _folder.Dispose();
    }

    private Task RunAsync(CancellationToken cancellationToken) =>
        _vips.RunAsync(["-c", SleepForLong, "sh", _folder["processes"]], cancellationToken);

    private async Task<int[]> StartedProcessesAsync()
    {
        await UntilAsync(() => File.Exists(_folder["processes"]));
        var text = await File.ReadAllTextAsync(_folder["processes"], TestContext.Current.CancellationToken);
        return [.. text.Split(' ').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
    }

    private static Task AssertGoneAsync(int[] processes) => UntilAsync(() => !processes.Any(IsAlive));

    // A killed orphan stays a zombie until the first process of the machine collects it.
    private static bool IsAlive(int process)
    {
        try
        {
            return !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(waited.Elapsed < Patience, "The condition did not come true.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
