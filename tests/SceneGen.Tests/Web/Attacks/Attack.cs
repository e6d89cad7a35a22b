using Microsoft.Extensions.Logging;
using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Attacks;

/// <summary>After each attack the same process still makes a scene, and its log tells no secret and of nothing unforeseen.</summary>
[Collection(nameof(AttackedServer))]
public abstract class Attack(AttackedServer server) : IAsyncDisposable
{
    private const int LargeBody = 60_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    protected static readonly (string Name, string Value) Key = AccessServer.Bearer(KeyedServer.Both);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected AttackedServer Server { get; } = server;

    public async ValueTask DisposeAsync()
    {
        await MakeSceneAsync();
        Assert.Empty(Server.Log.Lines(LogLevel.Error));
        Assert.Empty(Server.Log.Lines(LogLevel.Critical));
        Assert.All(Server.Log.Entries, entry => Assert.DoesNotMatch("sg_(scenes|ops|both)|scenegen_session=|CfDJ8", entry.Text));
        GC.SuppressFinalize(this);
    }

    /// <summary>A good request's answer and its text.</summary>
    protected async Task<(int Status, string Text)> PostTextAsync(string path, string text, string? type, string method = "POST")
        => await PostBytesAsync(path, System.Text.Encoding.UTF8.GetBytes(text), type, method);

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

    private async Task MakeSceneAsync()
    {
        var order = new { avatarUrl = new Uri(Server.Client.BaseAddress!, "/simulator/samples/fox.png"), theme = "neon-city" };
        var (_, scene) = await Server.AskAsync("POST", "/api/scenes", order, Key);
        var since = TimeProvider.System.GetTimestamp();
        while (scene.GetProperty("status").GetString() != "ready")
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, $"After the attack no scene is made: {scene}");
            await Task.Delay(50, Stop);
            (_, scene) = await Server.AskAsync("GET", $"/api/scenes/{scene.GetProperty("id").GetString()}", null, Key);
        }
    }
}
