using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Replicate;
using SceneGen.Replicate.Webhooks;
using SceneGen.Replicate.Wire;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Replicate;

/// <summary>The service's own client, registered as the service registers it, with a clock of the test's.</summary>
internal sealed class ReplicateCaller : IDisposable
{
    public const string Token = "r8_of_the_test";
    private readonly ServiceProvider _services;

    public ReplicateCaller(string baseUrl)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(Settings(baseUrl))
            .Build());
        services.AddSingleton<TimeProvider>(Time);
        services.AddReplicate();
        _services = services.BuildServiceProvider();
        Api = _services.GetRequiredService<IReplicateApi>();
        Webhooks = _services.GetRequiredService<WebhookVerifier>();
    }

    public ManualTime Time { get; } = new();

    public IReplicateApi Api { get; }

    public WebhookVerifier Webhooks { get; }

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static Dictionary<string, string?> Settings(string baseUrl) => new()
    {
        ["Replicate:BaseUrl"] = baseUrl,
        ["Replicate:ApiToken"] = Token,
    };

    public Task<Prediction> GetAsync(string id = "p1") => Api.GetPredictionAsync(id, Canceled);

    public Task<Prediction> CreateAsync(TimeSpan left)
        => Api.CreatePredictionAsync(
            new CreatePrediction { Version = "owner/model", Input = new() { ["prompt"] = "A fox.", ["width"] = 1920 } },
            Time.GetUtcNow() + left,
            Canceled);

    public async Task<List<Prediction>> ListAsync(DateTimeOffset after, DateTimeOffset before)
        => await Api.ListPredictionsAsync(after, before, Canceled).ToListAsync(Canceled);

    /// <summary>Creates, and returns why that did not succeed.</summary>
    public Task<ReplicateException> FailAsync()
        => Assert.ThrowsAsync<ReplicateException>(() => CreateAsync(TimeSpan.FromMinutes(1)));

    public void Dispose() => _services.Dispose();
}
