using System.Diagnostics;
using SceneGen.Assets.Messages;
using SceneGen.Tests.Assets.Images;

namespace SceneGen.Tests.Assets.Storing.Corpus;

public sealed class When_an_odd_picture_comes : IAsyncLifetime
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private readonly PictureMaker _pictures = new();
    private StoreHarness _harness = null!;

    public static TheoryData<string> Names => [.. OddPictures.All.Keys];

    public async ValueTask InitializeAsync() => _harness = await StoreHarness.StartAsync();

    [Fact]
    public void there_are_more_than_forty() => Assert.True(OddPictures.All.Count > 40);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task it_ends_with_its_code_and_in_time(string name)
    {
        var (code, make) = OddPictures.All[name];
        var command = _harness.Command(await make(_pictures));
        var clock = Stopwatch.StartNew();

        var stored = await _harness.AnswerAsync<SceneStored>(command);
        var failed = _harness.Heard<StoringFailed>();

        Assert.Equal(code, stored is null ? failed?.Code : OddPictures.Stored);
        Assert.True(clock.Elapsed < TimeLimit, $"{name} took {clock.Elapsed}.");
        Assert.Equal(stored is null ? 0 : 3, _harness.Files().Length);
    }

    public async ValueTask DisposeAsync()
    {
        await _harness.DisposeAsync();
        _pictures.Dispose();
    }
}
