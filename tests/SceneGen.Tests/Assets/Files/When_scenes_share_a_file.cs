using Microsoft.EntityFrameworkCore;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Assets.Files;

public abstract class When_scenes_share_a_file
{
    private static readonly byte[] Picture = "a picture"u8.ToArray();
    private static readonly Guid One = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_goes_with_the_last_of_them()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var file = await files.PutAsync(Picture);
        await files.NameAsync(One, file);
        await files.NameAsync(Other, file);

        await files.DiscardAsync(One, file.Sha256);
        Assert.True(files.IsThere(file.Sha256));

        await files.DiscardAsync(Other, file.Sha256);
        Assert.False(files.IsThere(file.Sha256));
    }

    [Fact]
    public async Task naming_it_twice_is_naming_it_once()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var file = await files.PutAsync(Picture);
        await files.NameAsync(One, file);
        await files.NameAsync(One, file);

        await files.DiscardAsync(One, file.Sha256);

        Assert.False(files.IsThere(file.Sha256));
    }

    [Fact]
    public async Task an_attempt_that_is_discarded_leaves_the_file_to_the_next_one()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var file = await files.PutAsync(Picture);
        await files.NameAsync(One, file, attempt: 1);
        await files.NameAsync(One, file, attempt: 2);

        Assert.Empty(await files.ReleaseAsync(One, file.Sha256, attempt: 1));

        Assert.Single(await files.ReleaseAsync(One, file.Sha256, attempt: 2));
    }

    [Fact]
    public async Task one_that_is_stored_between_release_and_removal_is_stored_again_after_it()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var file = await files.PutAsync(Picture);
        await files.NameAsync(One, file);
        var released = Assert.Single(await files.ReleaseAsync(One, file.Sha256));

        await files.PutAsync(Picture);
        Assert.False(await files.NameAsync(Other, file));
        await files.RemoveAsync(released);
        await files.KeepAsync(Other, Picture);

        await files.RemoveAsync(released);
        Assert.True(files.IsThere(file.Sha256));
    }

    [Fact]
    public async Task one_that_was_put_before_the_removal_and_is_named_after_it_is_put_again()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var file = await files.PutAsync(Picture);
        await files.NameAsync(One, file);
        await files.PutAsync(Picture);

        await files.DiscardAsync(One, file.Sha256);

        Assert.False(await files.NameAsync(Other, file));
        Assert.Equal(0, await files.InDatabaseAsync(database => database.FileUses.CountAsync(Stop)));
    }

    [Fact]
    public async Task storing_and_deleting_at_once_loses_nobodys_file()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var file = await files.PutAsync(Picture);

        // Each keeps the picture and lets it go again, except for the last time.
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(
            async () =>
            {
                for (var round = 0; round < 25; round++)
                {
                    var scene = Guid.NewGuid();
                    await files.KeepAsync(scene, Picture);
                    Assert.True(files.IsThere(file.Sha256), "A scene's file is gone.");
                    await files.DiscardAsync(scene, file.Sha256);
                }

                await files.KeepAsync(Guid.NewGuid(), Picture);
            },
            Stop)));

        Assert.True(files.IsThere(file.Sha256));
        var row = await files.InDatabaseAsync(database => database.KeptFiles.AsNoTracking().SingleAsync(Stop));
        Assert.Equal((null, null), (row.ReleasedAt, row.GoneAt));
        Assert.Equal(4, await files.InDatabaseAsync(database => database.FileUses.CountAsync(Stop)));
    }

    protected abstract TestDatabase Make();

    public sealed class On_SQLite : When_scenes_share_a_file
    {
        protected override TestDatabase Make() => new SqliteDatabase();
    }

    public sealed class On_PostgreSQL(KeptPostgres kept) : When_scenes_share_a_file, IClassFixture<KeptPostgres>
    {
        protected override TestDatabase Make() => kept.Database;
    }
}
