using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace SceneGen.Tests.Databases;

/// <summary>A virtual host of a test's own on RabbitMQ; connections, queues and messages are gone with it.</summary>
public sealed class RabbitMqHost : IAsyncDisposable
{
    private const string Broker = "SCENEGEN_RABBITMQ";
    private const string Management = "SCENEGEN_RABBITMQ_MANAGEMENT";

    private readonly string _broker = Setting(Broker);
    private readonly HttpClient _management = NewClient(new Uri(Setting(Management)));
    private readonly string _name = $"test_{Guid.NewGuid():N}";

    /// <summary>As in ConnectionStrings:Bus.</summary>
    public string ConnectionString => $"{_broker}/{_name}";

    /// <summary>Makes it; again after <see cref="DeleteAsync"/>, it is empty.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        using var answer = await _management.PutAsync($"api/vhosts/{_name}", content: null, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>To whoever is connected, the broker goes away.</summary>
    public async Task DeleteAsync(CancellationToken cancellationToken)
    {
        using var answer = await _management.DeleteAsync($"api/vhosts/{_name}", cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>What there is in it of a kind that the management API lists, such as queues or exchanges.</summary>
    public async Task<IReadOnlyList<JsonNode>> ListAsync(string kind, CancellationToken cancellationToken)
        => (await _management.GetFromJsonAsync<List<JsonNode>>($"api/{kind}/{_name}", cancellationToken))!;

    public async ValueTask DisposeAsync()
    {
        await DeleteAsync(CancellationToken.None);
        _management.Dispose();
    }

    private static string Setting(string name)
        => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException(
            $"This test needs RabbitMQ: run 'bash compose/services.sh up rabbitmq' and set {name} as it says.");

    private static HttpClient NewClient(Uri address)
    {
        var user = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo)));
        return new HttpClient
        {
            BaseAddress = address,
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", user) },
        };
    }
}
