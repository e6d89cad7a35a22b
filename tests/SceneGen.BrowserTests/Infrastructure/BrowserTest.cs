using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Infrastructure;

/// <summary>A test of what people see; at its end no browser may have complained.</summary>
public abstract class BrowserTest(Chromium chromium, string home) : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>With where it runs, if that is in several ways.</summary>
    private string Situation => GetType().FullName!.Split('.')[^1];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        var complaints = _visitors.SelectMany(visitor => visitor.Complaints.Unexpected).ToList();
        var isBad = complaints.Count > 0 || TestContext.Current.TestState?.Result is TestResult.Failed;
        foreach (var (number, visitor) in _visitors.Index())
        {
            if (isBad)
            {
                var name = $"{Situation}-{TestContext.Current.TestMethod!.MethodName}-{number}";
                TellOf(await TroubleAsync(() => visitor.KeepPictureAsync(name)));
                TellOf(await TroubleAsync(() => visitor.KeepTraceAsync(name)));
            }

            complaints.AddRange(await TroubleAsync(() => visitor.DisposeAsync().AsTask()));
        }

        Assert.True(complaints.Count == 0, string.Join(Environment.NewLine, complaints));
        GC.SuppressFinalize(this);
    }

    protected async Task<Visitor> ArriveAsync(Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions
        {
            Locale = "en-US",
            ViewportSize = new() { Width = 1280, Height = 800 },
        };
        change?.Invoke(options);
        var visitor = await Visitor.ArriveAsync(chromium.Browser, home, options);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A page that is gone must not take away what the others have to show.</summary>
    private static async Task<string[]> TroubleAsync(Func<Task> step)
    {
        try
        {
            await step();
            return [];
        }
        catch (Exception trouble) when (trouble is PlaywrightException or TimeoutException or IOException)
        {
            return [trouble.Message];
        }
    }

    /// <summary>Of evidence that could not be had: the test has failed already.</summary>
    private static void TellOf(string[] troubles)
    {
        foreach (var trouble in troubles)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"No evidence: {trouble}");
        }
    }
}
