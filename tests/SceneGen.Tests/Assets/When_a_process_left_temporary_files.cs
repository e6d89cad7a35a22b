namespace SceneGen.Tests.Assets;

public sealed class When_a_process_left_temporary_files : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task they_are_removed_at_the_next_start()
    {
        _folder.Write("temp/dead/half.jpg", "half a pict"u8);
        _folder.Write("temp/dead.claim", []);

        await using var next = await StoreInFolder.OpenAsync(_folder.Root);

        Assert.False(Directory.Exists(_folder["temp/dead"]));
        Assert.False(File.Exists(_folder["temp/dead.claim"]));
    }

    [Fact]
    public async Task those_of_a_living_neighbour_stay()
    {
        await using var neighbour = await StoreInFolder.OpenAsync(_folder.Root);
        var working = neighbour.Store.NewTemporaryPath("jpg");
        await File.WriteAllTextAsync(working, "half a pict", TestContext.Current.CancellationToken);

        await using var next = await StoreInFolder.OpenAsync(_folder.Root);

        Assert.True(File.Exists(working));
    }

    [Fact]
    public async Task a_process_that_ends_well_leaves_none()
    {
        await using (var store = await StoreInFolder.OpenAsync(_folder.Root))
        {
            await File.WriteAllTextAsync(
                store.Store.NewTemporaryPath("jpg"), "half a pict", TestContext.Current.CancellationToken);
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["temp"]));
    }

    public void Dispose() => _folder.Dispose();
}
