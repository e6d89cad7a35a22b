using Microsoft.EntityFrameworkCore;
using SceneGen.Assets.Messages;
using SceneGen.Tests.Assets.Images;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Assets.Storing;

public sealed class When_a_picture_is_poor : IDisposable
{
    private readonly PictureMaker _pictures = new();

    [Theory]
    [InlineData(0.9, null, "output_blurred")]
    [InlineData(null, 0.9, "output_without_avatar")]
    public async Task its_theme_may_refuse_it(double? minSharpness, double? minScore, string code)
    {
        await using var harness = await StoreHarness.StartAsync();

        var failed = (await harness.AnswerAsync<StoringFailed>(await CommandAsync(harness) with
        {
            MinSharpness = minSharpness,
            MinAvatarScore = minScore,
        }))!;

        Assert.Equal((code, true, true), (failed.Code, failed.IsQualityMiss, failed.Retryable));
        Assert.Empty(harness.Files());
    }

    [Theory]
    [InlineData("Images:MinSharpness=0.9", "output_blurred")]
    [InlineData("Images:MinAvatarScore=0.9", "output_without_avatar")]
    public async Task the_settings_may_refuse_it(string setting, string code)
    {
        await using var harness = await StoreHarness.StartAsync(setting);

        Assert.Equal(code, (await harness.AnswerAsync<StoringFailed>(await CommandAsync(harness)))!.Code);
    }

    [Fact]
    public async Task its_purchase_tells_why_it_was_refused()
    {
        await using var harness = await StoreHarness.StartAsync("Images:MinSharpness=0.9");
        var command = await CommandAsync(harness);
        await harness.WithDatabaseAsync(database =>
        {
            database.Add(A.Purchase(command.SceneId, prediction: null));
            return database.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        await harness.AnswerAsync<StoringFailed>(command);

        await harness.WithDatabaseAsync(async database => Assert.Equal(
            "output_blurred", (await database.Intents.SingleAsync(TestContext.Current.CancellationToken)).FailedBy));
    }

    [Fact]
    public async Task its_theme_may_ask_for_less_than_the_settings()
    {
        await using var harness = await StoreHarness.StartAsync("Images:MinSharpness=0.9");

        Assert.NotNull(await harness.AnswerAsync<SceneStored>(await CommandAsync(harness) with { MinSharpness = 0 }));
    }

    [Fact]
    public async Task a_scene_without_another_choice_takes_it()
    {
        await using var harness = await StoreHarness.StartAsync("Images:MinSharpness=0.9", "Images:MinAvatarScore=0.9");

        Assert.NotNull(await harness.AnswerAsync<SceneStored>(await CommandAsync(harness) with { TakesAnyQuality = true }));
    }

    [Fact]
    public async Task an_avatar_of_unknown_colours_is_not_missed()
    {
        await using var harness = await StoreHarness.StartAsync("Images:MinAvatarScore=0.9");

        var stored = await harness.AnswerAsync<SceneStored>(await CommandAsync(harness) with { AvatarColours = [] });

        Assert.Null(stored!.AvatarScore);
    }

    public void Dispose() => _pictures.Dispose();

    private async Task<StoreScene> CommandAsync(StoreHarness harness)
    {
        var picture = await _pictures.MarkedAsync("plain.png", 1920, 1080, [30, 200, 90]);
        return harness.Command(await File.ReadAllBytesAsync(picture, TestContext.Current.CancellationToken)) with
        {
            AvatarColours = ["#ff00ff"],
            AvatarBox = new FrameBox(0.3, 0.3, 0.4, 0.6),
        };
    }
}
