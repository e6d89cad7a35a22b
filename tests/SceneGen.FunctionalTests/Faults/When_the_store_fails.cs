using System.Security.Cryptography;
using SceneGen.FunctionalTests.Drivers;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests.Faults;

public sealed class When_the_store_fails
{
    private const string CannotStore = "The scene waits until it does";
    private const string CannotLook = "the avatar cannot be looked at just now and will be again";

    [Fact]
    public async Task a_full_disk_keeps_the_scene_waiting_and_nothing_fails()
    {
        using var disk = new SmallDisk("256k");
        disk.Require();
        await using var run = await StartAsync(("Storage__Path", disk.Path));

        await WaitsAndEndsAsync(run, "full disk h", () => disk.Grow("64m"));

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(disk.Path, "temp"), "*.*g", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task a_folder_that_became_read_only_does_as_well()
    {
        using var disk = new SmallDisk("64m");
        disk.Require();
        await using var run = await StartAsync(("Storage__Path", disk.Path));
        disk.BecomeReadOnly();

        await WaitsAndEndsAsync(run, "read only i", disk.BecomeWritable, "submitting", CannotLook);
    }

    [Fact]
    public async Task a_bucket_that_answers_500_does_as_well()
    {
        await using var bucket = await Bucket.StartAsync();
        var trouble = bucket.Trouble;
        bucket.Trouble = null;
        await using var run = await StartAsync(SettingsOf(bucket));
        bucket.Trouble = trouble;
        await Eventually.IsTrueAsync(
            async () => (await run.Scenes.GetAsync("/health/ready")) is { Status: 503 } answer
                && answer.Text.Contains("Pictures cannot be kept: The S3 service answered 500", StringComparison.Ordinal),
            "the service says that it is not ready");

        await WaitsAndEndsAsync(run, "broken bucket j", () => bucket.Trouble = null);

        Assert.True(bucket.Refused > 1);
    }

    private static (string Name, string Value)[] SettingsOf(Bucket bucket) =>
    [
        ("Storage__S3__ServiceUrl", bucket.Url),
        ("Storage__S3__Bucket", "pictures"),
        ("Storage__S3__AccessKey", "somebody"),
        ("Storage__S3__SecretKey", "something"),
    ];

    private static Task<EmbeddedWith> StartAsync(params (string Name, string Value)[] settings)
        => EmbeddedWith.StartAsync([.. settings, ("Steps__Store", "1s")]);

    private static async Task WaitsAndEndsAsync(
        EmbeddedWith run, string name, Action mend, string status = "storing", string words = CannotStore)
    {
        var scene = await run.Scenes.CreateAsync(run.Avatars.Fox, "neon-city", name);
        await Eventually.IsTrueAsync(
            () => Task.FromResult(run.Process.Output.Contains(words, StringComparison.Ordinal)), "the operator is told");
        Assert.Equal(status, (await run.Scenes.GetAsync($"/api/scenes/{scene}")).Body.GetProperty("status").GetString());

        mend();
        var ended = await run.Scenes.EndAsync(scene);

        Assert.Equal("ready", ended.GetProperty("status").GetString());
        var image = ended.GetProperty("image");
        var picture = await run.Scenes.DownloadAsync(image.GetProperty("url").GetString()!);
        Assert.Equal(image.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(picture)));
        Assert.Single(await run.World.PredictionsAsync(name));
    }
}
