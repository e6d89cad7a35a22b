using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Simulator;
using SceneGen.Tests.Assets;

namespace SceneGen.Tests.Simulator.Infrastructure;

/// <summary>The simulator alone, on a free port, with a clock and a folder of the test's.</summary>
internal sealed class SimulatorHost : IAsyncDisposable
{
    /// <summary>A body that is refused unread must not be sent because the refusal takes its time.</summary>
    private static readonly TimeSpan PatienceBeforeBody = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;

    private SimulatorHost(WebApplication app, SettableClock clock, TestFolder folder)
    {
        _app = app;
        Clock = clock;
        Folder = folder;
        Http = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = PatienceBeforeBody })
        {
            BaseAddress = new Uri(app.Urls.Single()),
        };
    }

    public SettableClock Clock { get; }

    public TestFolder Folder { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static Task<SimulatorHost> StartAsync(
        Action<IBusRegistrationConfigurator>? configureBus = null, Action<SimulatorOptions>? configure = null)
    {
        return StartAsync(new TestFolder(), new SettableClock(), configureBus, configure);
    }

    /// <summary>A simulator that finds what another one would leave if it were killed at this moment.</summary>
    public static Task<SimulatorHost> StartAfterAsync(
        SimulatorHost killed,
        Action<IBusRegistrationConfigurator>? configureBus = null,
        Action<SimulatorOptions>? configure = null)
    {
        return StartAsync(CopyOf(killed.Folder), killed.Clock, configureBus, configure);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Folder.Dispose();
    }

    private static TestFolder CopyOf(TestFolder folder)
    {
        var copy = new TestFolder();
        var files = Directory.GetFiles(folder.Root, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "lock");
        foreach (var file in files)
        {
            copy.Write(Path.GetRelativePath(folder.Root, file), File.ReadAllBytes(file));
        }

        return copy;
    }

    private static async Task<SimulatorHost> StartAsync(
        TestFolder folder,
        SettableClock clock,
        Action<IBusRegistrationConfigurator>? configureBus,
        Action<SimulatorOptions>? configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSimulator();
        builder.Services.PostConfigure<SimulatorOptions>(options => options.Path = folder.Root);
        builder.Services.PostConfigure<SimulatorOptions>(options => configure?.Invoke(options));
        if (configureBus is not null)
        {
            builder.Services.AddMassTransit(bus =>
            {
                configureBus(bus);
                bus.UsingInMemory((context, configurator) => configurator.ConfigureEndpoints(context));
            });
            builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        }

        var app = builder.Build();
        app.UseSimulator();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new SimulatorHost(app, clock, folder);
    }
}
