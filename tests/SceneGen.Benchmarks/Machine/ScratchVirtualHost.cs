using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace SceneGen.Benchmarks.Machine;

/// <summary>A virtual host of this run's own on the broker.</summary>
internal sealed class ScratchVirtualHost : IAsyncDisposable
{
    private readonly HttpClient _management;
    private readonly string _name = $"bench_{Guid.NewGuid():N}";

    private ScratchVirtualHost(Servers servers)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(servers.BrokerManagement.UserInfo));
        _management = new HttpClient { BaseAddress = servers.BrokerManagement };
        _management.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        Address = new Uri(servers.Broker, _name);
    }

    public Uri Address { get; }

    public static async Task<ScratchVirtualHost> CreateAsync(Servers servers)
    {
        var host = new ScratchVirtualHost(servers);
        var user = servers.Broker.UserInfo.Split(':')[0];
        await host.PutAsync($"/api/vhosts/{host._name}", new { });
        await host.PutAsync($"/api/permissions/{host._name}/{user}", new { configure = ".*", write = ".*", read = ".*" });
        return host;
    }

    /// <summary>As somebody who knows nothing of the bus: plain JSON to an exchange.</summary>
    public async Task PublishAsync(string exchange, string json, CancellationToken cancellationToken)
    {
        var message = new { properties = new { message_id = Guid.NewGuid() }, routing_key = "", payload = json, payload_encoding = "string" };
        using var answer = await _management.PostAsJsonAsync($"/api/exchanges/{_name}/{exchange}/publish", message, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        using var answer = await _management.DeleteAsync($"/api/vhosts/{_name}");
        _management.Dispose();
    }

    private async Task PutAsync(string path, object body)
    {
        using var answer = await _management.PutAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
    }
}
