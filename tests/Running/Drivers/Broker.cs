using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SceneGen.Tests.Running.Drivers;

/// <summary>A virtual host of RabbitMQ through its management API: what other programs, and operators, do there.</summary>
public sealed class Broker : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _host;

    public Broker(Servers servers, string host)
    {
        var address = new Uri(servers.Management);
        _http = new HttpClient { BaseAddress = new Uri($"{address.Scheme}://{address.Authority}/api/") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(address.UserInfo)));
        _host = host;
        var broker = new Uri(servers.Broker);
        ConnectionString = $"amqp://{host}:{Secrets.BusPassword}@{broker.Authority}/{host}";
    }

    public string ConnectionString { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>With a user of the same name, who has a password that can be looked for.</summary>
    public async Task CreateAsync()
    {
        await PutAsync($"vhosts/{_host}", new { });
        await PutAsync($"users/{_host}", new { password = Secrets.BusPassword, tags = "" });
        await PutAsync($"permissions/{_host}/{_host}", new { configure = ".*", write = ".*", read = ".*" });
        await PutAsync($"permissions/{_host}/guest", new { configure = ".*", write = ".*", read = ".*" });
    }

    public Task<JsonElement> QueueAsync(string name) => GetAsync($"queues/{_host}/{name}");

    public async Task<IReadOnlyList<JsonElement>> QueuesAsync() => List(await GetAsync($"queues/{_host}"));

    public async Task<IReadOnlyList<JsonElement>> ExchangesAsync() => List(await GetAsync($"exchanges/{_host}"));

    /// <summary>How many messages each queue holds that holds any. The broker counts every five seconds.</summary>
    public async Task<IReadOnlyDictionary<string, int>> BacklogAsync()
        => (await QueuesAsync())
            .Where(queue => queue.TryGetProperty("messages", out var messages) && messages.GetInt32() > 0)
            .ToDictionary(queue => queue.GetProperty("name").GetString()!, queue => queue.GetProperty("messages").GetInt32());

    /// <summary>As a program would that has never heard of MassTransit: a body, and perhaps its type.</summary>
    public async Task PublishAsync(string exchange, string body, string? contentType = null)
    {
        using var answer = await _http.PostAsJsonAsync(
            $"exchanges/{_host}/{Uri.EscapeDataString(exchange)}/publish",
            new
            {
                properties = contentType is null ? new Dictionary<string, string>() : new() { ["content_type"] = contentType },
                routing_key = "",
                payload = body,
                payload_encoding = "string",
            },
            Stop);
        answer.EnsureSuccessStatusCode();
        var routed = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(routed.GetProperty("routed").GetBoolean(), $"Nobody listens to {exchange}.");
    }

    /// <summary>A foreign queue that listens to what the service says.</summary>
    public async Task ListenAsync(string queue, string exchange)
    {
        await PutAsync($"queues/{_host}/{queue}", new { durable = true });
        using var answer = await _http.PostAsJsonAsync(
            $"bindings/{_host}/e/{Uri.EscapeDataString(exchange)}/q/{queue}", new { routing_key = "" }, Stop);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Messages of a queue, which stay in it.</summary>
    public async Task<IReadOnlyList<JsonElement>> PeekAsync(string queue, int count = 1000)
    {
        using var answer = await _http.PostAsJsonAsync(
            $"queues/{_host}/{queue}/get",
            new { count, ackmode = "ack_requeue_true", encoding = "auto" },
            Stop);
        return answer.IsSuccessStatusCode ? List(await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)) : [];
    }

    public async Task PurgeAsync(string queue)
    {
        using var answer = await _http.DeleteAsync($"queues/{_host}/{queue}/contents", Stop);
        answer.EnsureSuccessStatusCode();
    }

    /// <returns>How many there were.</returns>
    public async Task<int> CloseConnectionsAsync()
    {
        var closed = 0;
        foreach (var connection in List(await GetAsync($"vhosts/{_host}/connections")))
        {
            var name = Uri.EscapeDataString(connection.GetProperty("name").GetString()!);
            using var answer = await _http.DeleteAsync($"connections/{name}", Stop);
            closed += answer.IsSuccessStatusCode ? 1 : 0;
        }

        return closed;
    }

    public async Task DeleteAsync()
    {
        foreach (var what in new[] { "vhosts", "users" })
        {
            using var answer = await _http.DeleteAsync($"{what}/{_host}", CancellationToken.None);
            answer.EnsureSuccessStatusCode();
        }
    }

    public void Dispose() => _http.Dispose();

    private static IReadOnlyList<JsonElement> List(JsonElement array) => [.. array.EnumerateArray()];

    private Task<JsonElement> GetAsync(string path) => _http.GetFromJsonAsync<JsonElement>(path, Stop);

    private async Task PutAsync(string path, object body)
    {
        using var answer = await _http.PutAsJsonAsync(path, body, Stop);
        answer.EnsureSuccessStatusCode();
    }
}
