using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SceneGen.Assets.Messages;
using SceneGen.Contracts;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Tests.Assets.Storing;

public sealed class When_a_picture_cannot_be_stored
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task because_its_host_is_away_it_is_tried_again_while_the_provider_has_it()
    {
        await using var storing = await StoringHarness.StartAsync();

        var error = await storing.StoreAsync(storing.Provider.BrokenUrl, Hour);

        Assert.IsType<HttpRequestException>(error);
        Assert.DoesNotContain(storing.Provider.BrokenUrl, $"{error}", StringComparison.Ordinal);
        Assert.Empty(storing.Told<StoringFailed>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task and_the_provider_has_removed_it_since_it_is_painted_anew(int minutesLeft)
    {
        await using var storing = await StoringHarness.StartAsync();

        Assert.Null(await storing.StoreAsync(storing.Provider.BrokenUrl, TimeSpan.FromMinutes(minutesLeft)));

        await storing.Messages.UntilAsync(() => storing.Told<StoringFailed>().Count > 0, "Nothing failed.");
        var failed = storing.Told<StoringFailed>()[0];
        Assert.Equal((SceneFailureCodes.OutputMissing, SceneFault.Provider, true), (failed.Code, failed.Fault, failed.Retryable));
        Assert.Equal(TimelineCodes.PictureNotStored, Assert.Single(failed.Happened).Code);
    }

    [Fact]
    public async Task because_the_folder_is_none_the_scene_waits_and_the_operator_is_told()
    {
        await using var storing = await StoringHarness.StartAsync();
        Directory.Move(storing.Root, $"{storing.Root}.away");
        await File.WriteAllTextAsync(storing.Root, "no folder", Stop);

        Assert.Null(await storing.StoreAsync(storing.Provider.MagentaUrl, TimeSpan.FromMinutes(-1)));

        Assert.Empty(storing.Told<StoringFailed>());
        Assert.Empty(storing.Told<SceneStored>());
        Assert.Contains("The scene waits until it does", storing.Log.Lines(LogLevel.Error), StringComparison.Ordinal);
        Assert.Equal(0, await storing.InDatabaseAsync(database => database.FileUses.CountAsync(Stop)));
        File.Delete(storing.Root);
        Directory.Move($"{storing.Root}.away", storing.Root);
    }
}
