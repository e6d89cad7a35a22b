using SceneGen.BrowserTests.Embedding;
using SceneGen.Tests.Conformance;

namespace SceneGen.BrowserTests.Infrastructure;

/// <summary>The service with its simulated world in one process; all situations that leave it running share one.</summary>
[CollectionDefinition(Shared)]
public sealed class EmbeddedPage : IRunningService, IAsyncLifetime, ICollectionFixture<EmbeddedPage>
{
    public const string Shared = "Embedded page";

    public SceneGenProcess Process { get; private set; } = null!;

    /// <summary>A page of another origin, which may show scenes.</summary>
    public MainApplication Application { get; } = new();

    public string Url => Process.Url;

    public SceneClient Scenes => new(Process.Http);

    public WorldClient World => new(Process.Http);

    public Task<Painter> HoldPainterAsync() => Painter.HoldAsync(World);

    public Task KillAsync() => Process.KillAsync();

    public Task StartAgainAsync() => Process.StartAsync();

    public async ValueTask InitializeAsync()
    {
        Process = new SceneGenProcess(
            "SceneGen.Simulator.dll",
            ("Simulator__ApiToken", Secrets.ApiToken),
            ("Simulator__StartingTime", "50ms"),
            ("Simulator__GenerationTime", "400ms"),
            ("Scenes__AttemptsPerModel", "1"),
            ("Polling__First", "200ms"),
            ("Polling__Max", "1s"),
            ("Embedding__Origins__0", Application.Url));
        await Process.StartAsync();
        await Application.StartAsync(Process.Url);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            Recording.AssertDocumented(Process.Recording);
            Secrets.AssertNoneIn(Process.Output);
        }
        finally
        {
            await Process.DisposeAsync();
            await Application.DisposeAsync();
        }
    }
}
