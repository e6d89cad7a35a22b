using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Simulator;

namespace SceneGen.Tests.Simulator.Infrastructure;

/// <summary>The simulator alone, on a free port, with a clock of the test's.</summary>
internal sealed class SimulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SimulatorHost(WebApplication app, SettableClock clock)
    {
        _app = app;
        Clock = clock;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public SettableClock Clock { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<SimulatorHost> StartAsync(
        Action<IBusRegistrationConfigurator>? configureBus = null, Action<SimulatorOptions>? configure = null)
    {
        var clock = new SettableClock();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSimulator();
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
        return new SimulatorHost(app, clock);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
