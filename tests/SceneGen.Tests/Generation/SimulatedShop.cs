using SceneGen.Generation;
using SceneGen.Generation.Messages;
using SceneGen.Simulator;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Replicate;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Generation;

/// <summary>Pictures bought of the simulated provider, whose books show what was paid; one clock for both.</summary>
internal sealed class SimulatedShop : IAsyncDisposable
{
    /// <summary>A trusted address where nobody answers: the provider's own work is of no interest here.</summary>
    private const string Nobody = "127.0.0.1:1";

    private readonly SimulatorHost _simulator;
    private readonly GenerationHarness _buyer;
    private readonly ProviderCaller _provider;

    private SimulatedShop(SimulatorHost simulator, GenerationHarness buyer)
    {
        (_simulator, _buyer, _provider) = (simulator, buyer, new ProviderCaller(simulator));
        simulator.Clock.Advance(buyer.Time.GetUtcNow() - simulator.Clock.GetUtcNow());
    }

    public GenerationHarness Buyer => _buyer;

    /// <summary>An avatar that the provider can have.</summary>
    public string Avatar => new Uri(_simulator.Http.BaseAddress!, "/simulator/samples/fox.png").ToString();

    public static Task<SimulatedShop> OpenAsync(params (string Key, string Value)[] more) => OpenAsync(null, more);

    public static async Task<SimulatedShop> OpenAsync(
        Action<SimulatorOptions>? configure, params (string Key, string Value)[] more)
    {
        var simulator = await SimulatorHost.StartAsync(configure: configure);
        var settings = ReplicateCaller.Settings(new Uri(simulator.Http.BaseAddress!, "/replicate/v1").ToString());
        settings["Replicate:ApiToken"] = "r8_simulator";
        settings["Fetching:TrustedHosts:0"] = Nobody;
        settings["Fetching:TrustedHosts:1"] = simulator.Http.BaseAddress!.Authority;
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        return new SimulatedShop(simulator, await GenerationHarness.StartAsync(settings));
    }

    public static GenerateScene Order(string name = "Juniper", string theme = "space-station")
        => A.Command(Guid.NewGuid(), theme, name) with { AvatarUrl = $"http://{Nobody}/fox.png" };

    public void Advance(double seconds)
    {
        _buyer.Time.Advance(TimeSpan.FromSeconds(seconds));
        _simulator.Clock.Advance(TimeSpan.FromSeconds(seconds));
    }

    public Task<Purchase> BuyAsync(GenerateScene order) => _buyer.BuyAsync(order);

    public Task<Purchase> BuyAfterAsync(double seconds, GenerateScene order)
    {
        Advance(seconds);
        return _buyer.BuyAsync(order);
    }

    /// <summary>The ids of all predictions that were ever created, oldest first.</summary>
    public async Task<IReadOnlyList<string>> LedgerAsync()
        => [.. (await _provider.LedgerAsync()).Select(entry => entry!["id"]!.GetValue<string>())];

    /// <summary>The pictures that each prediction was given, oldest prediction first.</summary>
    public async Task<IReadOnlyList<string>> PicturesAsync()
        => [.. (await _provider.LedgerAsync())
            .SelectMany(entry => entry!["imageUrls"]!.AsArray())
            .Select(url => url!.GetValue<string>())];

    public async Task<int> CountAsync(string call) => (await _provider.CountsAsync())[call]!.GetValue<int>();

    public async ValueTask DisposeAsync()
    {
        await _buyer.DisposeAsync();
        await _simulator.DisposeAsync();
    }
}
