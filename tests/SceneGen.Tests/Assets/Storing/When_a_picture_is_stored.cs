using SceneGen.Assets.Messages;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Assets.Images;

namespace SceneGen.Tests.Assets.Storing;

public sealed class When_a_picture_is_stored : IDisposable
{
    private readonly PictureMaker _pictures = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Images:Format=jpeg", "image/jpeg", "jpg")]
    [InlineData("Images:Format=webp", "image/webp", "webp")]
    [InlineData("Images:Format=png", "image/png", "png")]
    public async Task its_files_are_kept_under_their_hashes(string setting, string contentType, string extension)
    {
        await using var harness = await StoreHarness.StartAsync(setting);

        var stored = (await harness.AnswerAsync<SceneStored>(harness.Command(await ClearAsync())))!;

        Assert.Equal((contentType, "image/webp"), (stored.ContentType, stored.ThumbnailContentType));
        Assert.Equal(
            new[] { $"{stored.Sha256}.{extension}", $"{stored.ThumbnailSha256}.webp", $"{stored.LargeThumbnailSha256}.webp" }.Order(),
            harness.Files().Select(Path.GetFileName).Order());
        var picture = harness.Files().Single(file => file.Contains(stored.Sha256, StringComparison.Ordinal));
        Assert.StartsWith("1920x1080 uchar, 3 bands, srgb", await _pictures.DescribeAsync(picture), StringComparison.Ordinal);
        Assert.Equal(new FileInfo(picture).Length, stored.Bytes);
    }

    [Fact]
    public async Task its_measures_are_told()
    {
        await using var harness = await StoreHarness.StartAsync();
        var command = harness.Command(await ClearAsync()) with { AvatarColours = ["#bfbfbf", "no colour"] };

        var stored = (await harness.AnswerAsync<SceneStored>(command))!;

        Assert.Equal(28, stored.Blurhash!.Length);
        Assert.InRange(stored.Sharpness!.Value, 0.0001, 1);
        Assert.Equal(1, stored.AvatarScore);
    }

    [Fact]
    public async Task how_long_its_parts_took_is_told()
    {
        await using var harness = await StoreHarness.StartAsync();

        var stored = (await harness.AnswerAsync<SceneStored>(harness.Command(await ClearAsync())))!;

        var told = Assert.Single(stored.Happened);
        Assert.Equal((TimelineCodes.PictureStored, stored.Bytes), (told.Code, told.Facts!.Bytes));
        Assert.True(told.DurationMs >= told.Facts.FetchMs + told.Facts.FrameMs + told.Facts.KeepMs, $"{told}");
    }

    [Fact]
    public async Task one_that_needs_nothing_keeps_its_bytes()
    {
        var bytes = await ReadAsync(await _pictures.NoiseAsync("exact.jpg[strip]", 1920, 1080));
        await using var harness = await StoreHarness.StartAsync();

        var stored = (await harness.AnswerAsync<SceneStored>(harness.Command(bytes)))!;

        var file = harness.Files().Single(file => file.Contains(stored.Sha256, StringComparison.Ordinal));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file, Stop));
    }

    [Fact]
    public async Task a_repeated_command_for_it_asks_for_nothing()
    {
        await using var harness = await StoreHarness.StartAsync();
        var command = harness.Command(await ClearAsync()) with { IsRepeat = true };
        var scene = Builders.A.SceneIn("Ready");
        scene.CorrelationId = command.SceneId;
        await harness.AddAsync(scene);

        Assert.Null(await harness.AnswerAsync<SceneStored>(command));

        Assert.Equal(0, harness.Site.Requests);
    }

    [Fact]
    public async Task a_command_to_restore_it_is_carried_out_however_often_it_comes()
    {
        await using var harness = await StoreHarness.StartAsync();
        var command = harness.Command(await ClearAsync()) with { IsRepeat = true, IsRestoring = true };
        var scene = Builders.A.SceneIn("Ready");
        scene.CorrelationId = command.SceneId;
        await harness.AddAsync(scene);

        Assert.NotNull(await harness.AnswerAsync<SceneStored>(command));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task a_repeated_command_is_carried_out_while_its_scene_waits_for_it(int attempt, bool isStored)
    {
        await using var harness = await StoreHarness.StartAsync();
        var command = harness.Command(await ClearAsync()) with { IsRepeat = true, Attempt = attempt };
        var scene = Builders.A.SceneIn("Storing");
        scene.CorrelationId = command.SceneId;
        await harness.AddAsync(scene);

        Assert.Equal(isStored, await harness.AnswerAsync<SceneStored>(command) is not null);
    }

    [Fact]
    public async Task passed_through_it_is_its_own_thumbnail()
    {
        var bytes = await ReadAsync(await _pictures.NoiseAsync("exact.jpg[strip]", 1920, 1080));
        await using var harness = await StoreHarness.StartAsync("Images:Processing=passthrough");

        var stored = (await harness.AnswerAsync<SceneStored>(harness.Command(bytes)))!;

        Assert.Equal(stored.Sha256, stored.ThumbnailSha256);
        Assert.Equal("image/jpeg", stored.ThumbnailContentType);
        Assert.Null(stored.LargeThumbnailSha256);
        Assert.Null(stored.Blurhash);
        Assert.Null(stored.Sharpness);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(Assert.Single(harness.Files()), Stop));
    }

    [Theory]
    [InlineData("square.jpg", 1024, "is 1024x1080")]
    [InlineData("picture.png", 1920, "is not a JPEG")]
    public async Task nothing_but_a_finished_jpeg_is_passed_through(string name, int width, string reason)
    {
        var bytes = await ReadAsync(await _pictures.NoiseAsync(name, width, 1080));
        await using var harness = await StoreHarness.StartAsync("Images:Processing=passthrough");

        var failed = (await harness.AnswerAsync<StoringFailed>(harness.Command(bytes)))!;

        Assert.Equal("output_unreadable", failed.Code);
        Assert.Contains(reason, failed.Detail, StringComparison.Ordinal);
        Assert.Empty(harness.Files());
    }

    public void Dispose() => _pictures.Dispose();

    // With transparent parts, of sixteen bits and too wide: all of it has to go.
    private async Task<byte[]> ClearAsync() =>
        await ReadAsync(await _pictures.MarkedAsync("clear.png", 2000, 1080, [0, 0, 0, 0], "rgb16", "ushort"));

    private static Task<byte[]> ReadAsync(string path) => File.ReadAllBytesAsync(path.Split('[')[0], Stop);
}
