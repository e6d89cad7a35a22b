using Microsoft.EntityFrameworkCore;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Assets.Files;

public abstract class When_the_store_is_swept
{
    private static readonly byte[] Picture = "a picture"u8.ToArray();
    private static readonly byte[] Another = "another picture"u8.ToArray();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task a_scenes_files_go_when_their_time_is_over_and_the_scene_stays()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var scene = await files.AddSceneAsync(Picture);
        files.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        await files.SweepAsync();
        Assert.True(files.IsThere(scene.ImageSha256!));

        files.Clock.Advance(TimeSpan.FromMinutes(3));
        var report = await files.SweepAsync();

        Assert.Equal((1, 1, 0), (report.Unneeded, report.Released, report.Missing.Count));
        Assert.False(files.IsThere(scene.ImageSha256!));
        Assert.Equal(scene.ImageSha256, await files.InDatabaseAsync(
            database => database.Scenes.Select(row => row.ImageSha256).SingleAsync(Stop)));
        Assert.Equal(0, (await files.SweepAsync()).Missing.Count);
    }

    [Fact]
    public async Task a_file_stays_that_a_younger_scene_has_too()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var scene = await files.AddSceneAsync(Picture);
        files.Clock.Advance(TimeSpan.FromDays(29));
        await files.AddSceneAsync(Picture);
        files.Clock.Advance(TimeSpan.FromDays(2));

        var report = await files.SweepAsync();

        Assert.Equal((1, 0), (report.Unneeded, report.Released));
        Assert.True(files.IsThere(scene.ImageSha256!));
    }

    [Theory]
    [InlineData("Storing", true)]
    [InlineData("Submitting", true)]
    [InlineData("Canceled", false)]
    public async Task a_file_that_a_scene_does_not_name_stays_while_it_runs(string state, bool stays)
    {
        await using var files = await FileHarness.StartAsync(Make());
        var scene = await files.AddSceneAsync(Picture, state);
        await files.InDatabaseAsync(database => database.Scenes.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.ImageSha256, (string?)null).SetProperty(row => row.ThumbnailSha256, (string?)null),
            Stop));
        files.Clock.Advance(TimeSpan.FromDays(40));

        await files.SweepAsync();

        Assert.Equal(stays, files.IsThere(scene.ImageSha256!));
    }

    [Fact]
    public async Task a_file_without_a_row_goes_once_it_is_old()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var old = await files.PutAsync(Picture);
        var young = await files.PutAsync(Another);
        var named = await files.AddSceneAsync("a third picture"u8.ToArray());
        Age(files, old.Sha256, TimeSpan.FromDays(2) + TimeSpan.FromMinutes(1));
        Age(files, young.Sha256, TimeSpan.FromDays(2) - TimeSpan.FromMinutes(1));
        Age(files, named.ImageSha256!, TimeSpan.FromDays(3));

        var report = await files.SweepAsync();

        Assert.Equal([$"{old.Sha256}.jpg"], report.WithoutRow.Names);
        Assert.Equal(
            [false, true, true],
            [files.IsThere(old.Sha256), files.IsThere(young.Sha256), files.IsThere(named.ImageSha256!)]);
        await files.KeepAsync(Guid.NewGuid(), Picture);
        Assert.True(files.IsThere(old.Sha256));
    }

    [Fact]
    public async Task rows_without_their_file_and_files_with_other_bytes_are_found()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var missing = await files.AddSceneAsync(Picture);
        var torn = await files.AddSceneAsync(Another);
        var altered = await files.AddSceneAsync("a third picture"u8.ToArray());
        files.Clock.Advance(TimeSpan.FromMinutes(1));
        File.Delete(files.PathOf(missing.ImageSha256!));
        await File.WriteAllTextAsync(files.PathOf(torn.ImageSha256!), "another", Stop);
        await File.WriteAllTextAsync(files.PathOf(altered.ImageSha256!), "a fifth! picture"[..15], Stop);

        var report = await files.SweepAsync();

        Assert.Equal([$"{missing.ImageSha256}.jpg"], report.Missing.Names);
        Assert.Equal(
            new[] { $"{torn.ImageSha256}.jpg", $"{altered.ImageSha256}.jpg" }.Order(), report.Damaged.Names.Order());
        Assert.Equal(0, report.Verified);
    }

    [Fact]
    public async Task a_dry_run_finds_the_same_and_changes_nothing()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var expired = await files.AddSceneAsync(Picture);
        files.Clock.Advance(TimeSpan.FromDays(31));
        var orphan = await files.PutAsync(Another);
        Age(files, orphan.Sha256, TimeSpan.FromDays(3));

        var report = await files.SweepAsync(dryRun: true);

        Assert.True(report.IsDryRun);
        Assert.Equal((1, 1), (report.Unneeded, report.WithoutRow.Count));
        Assert.Equal([true, true], [files.IsThere(expired.ImageSha256!), files.IsThere(orphan.Sha256)]);
        Assert.Equal(1, await files.InDatabaseAsync(database => database.KeptFiles.CountAsync(Stop)));
    }

    [Fact]
    public async Task files_that_an_older_version_stored_get_their_rows()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var scene = await files.AddSceneAsync(Picture, isNamed: false);
        Age(files, scene.ImageSha256!, TimeSpan.FromDays(3));

        var report = await files.SweepAsync();

        Assert.Equal((1, 0), (report.Adopted, report.WithoutRow.Count));
        Assert.True(files.IsThere(scene.ImageSha256!));
        Assert.Equal(scene.CorrelationId, await files.InDatabaseAsync(
            database => database.FileUses.Select(use => use.SceneId).SingleAsync(Stop)));
    }

    [Fact]
    public async Task so_do_thumbnails_of_another_format()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var scene = await files.AddSceneAsync(Picture, isNamed: false);
        var (small, large) = (await files.PutAsync(Another, "webp"), await files.PutAsync([1, 2, 3], "webp"));
        await files.InDatabaseAsync(database => database.Scenes.ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.ImageContentType, "image/jpeg")
                .SetProperty(row => row.ThumbnailContentType, "image/webp")
                .SetProperty(row => row.ThumbnailSha256, small.Sha256)
                .SetProperty(row => row.LargeThumbnailSha256, large.Sha256),
            Stop));

        await files.SweepAsync();

        Assert.Equal(
            new[] { $"{scene.ImageSha256}.jpg", $"{small.Sha256}.webp", $"{large.Sha256}.webp" }.Order(StringComparer.Ordinal),
            await files.InDatabaseAsync(database => database.KeptFiles.Where(row => row.ReleasedAt == null)
                .OrderBy(row => row.Sha256).Select(row => row.Sha256 + "." + row.Extension).ToListAsync(Stop)));
    }

    [Fact]
    public async Task what_was_released_and_left_is_removed_and_forgotten_in_the_end()
    {
        await using var files = await FileHarness.StartAsync(Make());
        var scene = await files.AddSceneAsync(Picture);
        await files.ReleaseAsync(scene.CorrelationId, scene.ImageSha256!);
        await files.InDatabaseAsync(database => database.Scenes.ExecuteDeleteAsync(Stop));

        await files.SweepAsync();
        Assert.True(files.IsThere(scene.ImageSha256!));
        files.Clock.Advance(TimeSpan.FromMinutes(11));
        await files.SweepAsync();
        Assert.False(files.IsThere(scene.ImageSha256!));
        files.Clock.Advance(TimeSpan.FromDays(2));
        await files.SweepAsync();

        Assert.Equal(0, await files.InDatabaseAsync(database => database.KeptFiles.CountAsync(Stop)));
    }

    protected abstract TestDatabase Make();

    private static void Age(FileHarness files, string sha256, TimeSpan age)
        => File.SetLastWriteTimeUtc(files.PathOf(sha256), (files.Clock.GetUtcNow() - age).UtcDateTime);

    public sealed class On_SQLite : When_the_store_is_swept
    {
        protected override TestDatabase Make() => new SqliteDatabase();
    }

    public sealed class On_PostgreSQL(KeptPostgres kept) : When_the_store_is_swept, IClassFixture<KeptPostgres>
    {
        protected override TestDatabase Make() => kept.Database;
    }
}
