using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests;

public abstract class When_an_avatar_goes_in(Embedded run)
{
    [Fact]
    public async Task a_1920x1080_picture_comes_out_under_its_own_hash()
    {
        var created = await run.Scenes.PostAsync("/api/scenes", new { avatarUrl = run.Avatars.Fox, theme = "space-station" });
        Assert.Equal(202, created.Status);
        Assert.Equal(200, (await run.Scenes.GetAsync(created.Message.Headers.Location!.ToString())).Status);

        var scene = await run.Scenes.EndAsync(created.Body.GetProperty("id").GetGuid());

        Assert.Equal("ready", scene.GetProperty("status").GetString());
        var image = scene.GetProperty("image");
        var sha256 = image.GetProperty("sha256").GetString()!;
        var picture = await run.Scenes.DownloadAsync(image.GetProperty("url").GetString()!);
        Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(picture)));
        Assert.Equal($"/assets/{sha256}.jpg", image.GetProperty("url").GetString());
        Assert.Equal(picture.Length, image.GetProperty("bytes").GetInt64());
        Assert.StartsWith("1920x1080", await SizeAsync(picture), StringComparison.Ordinal);
        var thumbnail = await run.Scenes.DownloadAsync(image.GetProperty("thumbnailUrl").GetString()!);
        Assert.StartsWith("480x270", await SizeAsync(thumbnail), StringComparison.Ordinal);
    }

    [Fact]
    public async Task without_a_theme_it_waits_for_one_and_then_becomes_a_scene()
    {
        var avatar = Guid.NewGuid();
        var announced = await AnnounceAsync(avatar, "waits");
        var scene = announced.GetProperty("sceneId").GetGuid();
        Assert.Equal("awaitingTheme", (await run.Scenes.GetAsync($"/api/scenes/{scene}")).Body.GetProperty("status").GetString());

        var chosen = await run.Scenes.PutAsync($"/api/scenes/{scene}/theme", new { theme = "enchanted-forest" });

        Assert.Equal((200, "enchanted-forest"), (chosen.Status, chosen.Body.GetProperty("theme").GetString()));
        Assert.Equal("ready", (await run.Scenes.EndAsync(scene)).GetProperty("status").GetString());
        Assert.Equal(409, (await run.Scenes.PutAsync($"/api/scenes/{scene}/theme", new { theme = "neon-city" })).Status);
    }

    [Fact]
    public async Task five_times_it_makes_one_scene_that_is_bought_once()
    {
        var avatar = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => AnnounceAsync(avatar, "five-times", "neon-city")));

        var scene = Assert.Single(answers.Select(answer => answer.GetProperty("sceneId").GetGuid()).Distinct());
        await run.Scenes.EndAsync(scene);
        var list = await run.Scenes.GetAsync("/api/scenes?sessionId=five-times");
        Assert.Equal(1, list.Body.GetProperty("items").GetArrayLength());
        Assert.Single(await run.World.PredictionsAsync("five-times"));
    }

    [Fact]
    public async Task over_the_bus_it_does_as_well()
    {
        await run.World.MakeAvatarAsync("over-the-bus", "bus-fox", "neon-city");

        var scene = await WaitForSceneOfAsync("over-the-bus");

        Assert.Equal("ready", (await run.Scenes.EndAsync(scene)).GetProperty("status").GetString());
    }

    private static async Task<string> SizeAsync(byte[] picture)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, picture, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("vipsheader", file) { UseShellExecute = false, RedirectStandardOutput = true };
        using var vipsheader = Process.Start(start)!;
        var words = await vipsheader.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        File.Delete(file);
        return words[(words.IndexOf(": ", StringComparison.Ordinal) + 2)..];
    }

    private async Task<JsonElement> AnnounceAsync(Guid avatar, string name, string? theme = null)
    {
        var answer = await run.Scenes.PostAsync("/api/avatars", new
        {
            avatarId = avatar,
            sessionId = name,
            avatarUrl = run.Avatars.Fox,
            theme,
            avatar = new { kind = "animal", name },
        });
        Assert.Equal(202, answer.Status);
        return answer.Body;
    }

    private async Task<Guid> WaitForSceneOfAsync(string session)
    {
        while (true)
        {
            var items = (await run.Scenes.GetAsync($"/api/scenes?sessionId={session}")).Body.GetProperty("items");
            if (items.GetArrayLength() > 0)
            {
                return items[0].GetProperty("id").GetGuid();
            }

            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    public sealed class On_SQLite(Embedded run) : When_an_avatar_goes_in(run), IClassFixture<Embedded>;

    public sealed class On_PostgreSQL(EmbeddedOnPostgres run)
        : When_an_avatar_goes_in(run), IClassFixture<EmbeddedOnPostgres>;
}
