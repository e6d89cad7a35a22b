using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Contracts;
using SceneGen.Simulator.Avatars;

namespace SceneGen.Tests.Simulator.Infrastructure;

/// <summary>The simulated avatar service on a bus of its own, and the scene service's side of that bus.</summary>
internal sealed class Upstream(SimulatorHost simulator) : IAsyncDisposable
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public HttpClient Http => simulator.Http;

    public static async Task<Upstream> StartAsync()
    {
        return new Upstream(await SimulatorHost.StartAsync(ConfigureBus));
    }

    /// <summary>An upstream that finds what this one would leave if it were killed at this moment.</summary>
    public async Task<Upstream> StartAgainAsync()
    {
        return new Upstream(await SimulatorHost.StartAfterAsync(simulator, ConfigureBus));
    }

    public async Task<Guid> CreateAsync(string name)
    {
        var body = new { sample = "fox", sessionId = "s-1", name, theme = "neon-city" };
        using var response = await Http.PostAsJsonAsync("/simulator/avatars", body, Canceled);
        var created = await response.Content.ReadFromJsonAsync<JsonNode>(Canceled);
        return created!["avatarId"]!.GetValue<Guid>();
    }

    public Task AskForRollbackAsync(Guid avatarId, Guid sceneId)
    {
        var request = new AvatarRollbackRequested
        {
            AvatarId = avatarId,
            SceneId = sceneId,
            SessionId = "s-1",
            Code = "provider_failed",
            Reason = "The picture could not be made.",
            RequestedAt = simulator.Clock.GetUtcNow(),
        };
        return simulator.Services.GetRequiredService<IBus>().Publish(request, Canceled);
    }

    public async Task<T> HearAsync<T>()
    {
        var messages = simulator.Services.GetRequiredService<Channel<T>>();
        return await messages.Reader.ReadAsync(Canceled).AsTask().WaitAsync(TimeSpan.FromSeconds(20), Canceled);
    }

    public async Task<JsonNode> RecordAsync(Guid avatarId, Func<JsonNode, bool> isAwaited)
    {
        JsonNode? record = null;
        await Patience.UntilAsync(async () =>
        {
            using var response = await Http.GetAsync($"/simulator/avatars/{avatarId}", Canceled);
            record = response.IsSuccessStatusCode
                ? await response.Content.ReadFromJsonAsync<JsonNode>(Canceled)
                : null;
            return record is not null && isAwaited(record);
        });
        return record!;
    }

    public ValueTask DisposeAsync()
    {
        return simulator.DisposeAsync();
    }

    private static void ConfigureBus(IBusRegistrationConfigurator bus)
    {
        bus.AddFakeAvatarService();
        Listen<AvatarGenerated>(bus);
        Listen<AvatarRolledBack>(bus);
        Listen<AvatarRollbackRefused>(bus);
    }

    private static void Listen<T>(IBusRegistrationConfigurator bus)
        where T : class
    {
        bus.AddSingleton(Channel.CreateUnbounded<T>());
        bus.AddConsumer<Heard<T>>().Endpoint(endpoint => endpoint.Name = $"heard-{typeof(T).Name}");
    }
}
