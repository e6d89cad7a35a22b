using System.Text;
using Microsoft.Extensions.Logging;
using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Attacks;

/// <summary>
/// After each attack the same process serves its owner what it served before, holds nothing of the attacker, and has logged
/// nothing unforeseen. What costs more to see is seen once a class, by <see cref="Aftermath"/>.
/// </summary>
[Collection(nameof(AttackedServer))]
public abstract class Attack(AttackedServer server) : IClassFixture<Aftermath>, IAsyncLifetime
{
    private const int LargeBody = 60_000;

    /// <summary>What the test's own client keeps open for its next request.</summary>
    private const int KeptByClient = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected static readonly (string Name, string Value) Key = AccessServer.Bearer(KeyedServer.Both);

    private int _logged;
    private long _connections;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected AttackedServer Server { get; } = server;

    public ValueTask InitializeAsync()
    {
        (_logged, _connections) = (Server.Log.Entries.Count, Server.Traffic.Connections);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.ServesItsOwnerAsync();
        var since = TimeProvider.System.GetTimestamp();
        while (Server.Traffic is not { Requests: 0 } || Server.Traffic.Connections > Math.Max(_connections, KeptByClient) || Server.Watchers > 0)
        {
            Assert.True(
                TimeProvider.System.GetElapsedTime(since) < Patience,
                $"The attack is over, and {Server.Traffic.Connections} connections are open, {Server.Traffic.Requests} requests, {Server.Watchers} seats.");
            await Task.Delay(10, Stop);
        }

        Assert.DoesNotContain(Server.Log.Entries.Skip(_logged), entry => entry.Level >= LogLevel.Error);
        GC.SuppressFinalize(this);
    }

    /// <summary>A good request's answer and its text.</summary>
    protected async Task<(int Status, string Text)> PostTextAsync(string path, string text, string? type, string method = "POST")
        => await PostBytesAsync(path, Encoding.UTF8.GetBytes(text), type, method);

    protected async Task<(int Status, string Text)> PostBytesAsync(string path, byte[] body, string? type, string method = "POST")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new ByteArrayContent(body) };
        if (type is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        // What is too large is refused unread, and a sender in the middle of it might see the connection end instead.
        request.Headers.ExpectContinue = body.Length > LargeBody;
        request.Headers.TryAddWithoutValidation(Key.Name, Key.Value);
        using var answer = await Server.Client.SendAsync(request, Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
