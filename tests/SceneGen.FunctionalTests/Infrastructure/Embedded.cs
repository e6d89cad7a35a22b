using SceneGen.FunctionalTests.Drivers;
using SceneGen.Tests.Conformance;

namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>The embedded run: the service and its simulated world, quick enough for a test, and a server of avatars.</summary>
public class Embedded : IAsyncLifetime
{
    private readonly (string Name, string Value)[] _settings;

    public Embedded()
        : this([])
    {
    }

    protected Embedded(params (string Name, string Value)[] settings) => _settings = settings;

    public PictureServer Avatars { get; } = new();

    public SceneGenProcess Process { get; private set; } = null!;

    public SceneClient Scenes { get; private set; } = null!;

    public WorldClient World { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Avatars.StartAsync();
        Process = new SceneGenProcess(
            "SceneGen.Simulator.dll",
            [
                .. _settings,
                ("Fetching__TrustedHosts__0", Avatars.Host),
                ("Simulator__ApiToken", Secrets.ApiToken),
                ("Simulator__StartingTime", "00:00:00.050"),
                ("Simulator__GenerationTime", "00:00:00.400"),
                ("Polling__First", "200ms"),
                ("Polling__Max", "1s"),
            ]);
        await Process.StartAsync();
        Scenes = new SceneClient(Process.Http);
        World = new WorldClient(Process.Http);
    }

    public virtual async ValueTask DisposeAsync()
    {
        try
        {
            Recording.AssertDocumented(Process.Recording);
            Secrets.AssertNoneIn(Process.Output);
        }
        finally
        {
            await Process.DisposeAsync();
            await Avatars.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
