using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Attacks;

/// <summary>After all attacks of a class the process still makes a scene, and its log tells no secret.</summary>
public sealed class Aftermath(AttackedServer server) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await MakeSceneAsync();
        Assert.All(server.Log.Entries, entry => Assert.DoesNotMatch("sg_(scenes|ops|both)|scenegen_session=|CfDJ8", entry.Text));
    }

    private async Task MakeSceneAsync()
    {
        var order = new { avatarUrl = server.Fox, theme = "neon-city" };
        var key = AccessServer.Bearer(KeyedServer.Both);
        var (_, scene) = await server.AskAsync("POST", "/api/scenes", order, key);
        var since = TimeProvider.System.GetTimestamp();
        while (scene.GetProperty("status").GetString() != "ready")
        {
            Assert.True(TimeProvider.System.GetElapsedTime(since) < Patience, $"After the attacks no scene is made: {scene}");
            await Task.Delay(20, Stop);
            (_, scene) = await server.AskAsync("GET", $"/api/scenes/{scene.GetProperty("id").GetString()}", null, key);
        }
    }
}
