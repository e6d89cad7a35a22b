using System.Text;
using Microsoft.Extensions.Logging;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Themes.Life;

public sealed class When_a_theme_file_changes : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly SqliteDatabase _database = new();
    private ThemeInstance _instance = null!;

    [Fact]
    public async Task it_is_live_within_five_seconds()
    {
        Write("garden", version: 2, "In a bright garden.");

        await _instance.WithinFiveSecondsAsync(() => _instance.Themes.Find("garden")!.Version == 2);

        Assert.Equal("In a bright garden.", _instance.Themes.Find("garden")!.Prompt.Trim());
        Assert.Contains("garden is live in version 2", _instance.Log.Lines(LogLevel.Information), StringComparison.Ordinal);
    }

    [Fact]
    public async Task on_every_instance()
    {
        await using var other = await ThemeInstance.StartAsync(_folder.Root, _database);
        Write("garden", version: 2, "In a bright garden.");

        await _instance.WithinFiveSecondsAsync(() => _instance.Themes.Find("garden")!.Version == 2);
        await other.WithinFiveSecondsAsync(() => other.Themes.Find("garden")!.Version == 2);
    }

    [Fact]
    public async Task a_new_one_comes_and_a_removed_one_goes()
    {
        Write("park", version: 1, "In a park.");
        await _instance.WithinFiveSecondsAsync(() => _instance.Themes.Find("park") is not null);

        File.Delete(_folder["park.yaml"]);

        await _instance.WithinFiveSecondsAsync(() => _instance.Themes.Find("park") is null);
    }

    [Fact]
    public async Task a_broken_one_is_refused_with_file_line_and_reason_and_the_last_good_one_stays()
    {
        Write("garden", version: 2, "In a garden of {nobody}.");

        await _instance.WithinFiveSecondsAsync(() => _instance.Watch.Refused.Count == 1);

        var refused = Assert.Single(_instance.Watch.Refused);
        Assert.Equal((_folder["garden.yaml"], 5), (refused.File, refused.Line));
        Assert.StartsWith("prompt holds {nobody}", refused.Reason, StringComparison.Ordinal);
        Assert.Contains("garden.yaml, line 5: prompt holds {nobody}", _instance.Log.Lines(LogLevel.Warning), StringComparison.Ordinal);
        Assert.Equal(1, _instance.Themes.Find("garden")!.Version);
    }

    [Fact]
    public async Task a_mended_one_is_live_again()
    {
        Write("garden", version: 2, "In a garden of {nobody}.");
        await _instance.WithinFiveSecondsAsync(() => _instance.Watch.Refused.Count == 1);

        Write("garden", version: 2, "In a garden of roses.");

        await _instance.WithinFiveSecondsAsync(() => _instance.Watch.Refused.Count == 0);
        Assert.Equal(2, _instance.Themes.Find("garden")!.Version);
    }

    [Fact]
    public async Task a_version_that_says_something_else_is_refused()
    {
        Write("garden", version: 1, "In another garden.");

        await _instance.WithinFiveSecondsAsync(() => _instance.Watch.Refused.Count == 1);

        Assert.Equal(
            "garden.yaml says something else than version 1 of it did before: raise version.",
            Assert.Single(_instance.Watch.Refused).Sentence);
        Assert.Equal("In a garden.", _instance.Themes.Find("garden")!.Prompt.Trim());
    }

    [Fact]
    public async Task a_folder_that_goes_away_takes_no_theme_with_it()
    {
        Directory.Move(_folder.Root, _folder.Root + "-away");

        await _instance.WithinFiveSecondsAsync(() => _instance.Watch.Refused.Count == 1);

        Assert.NotNull(_instance.Themes.Find("garden"));
        Directory.Move(_folder.Root + "-away", _folder.Root);
    }

    [Fact]
    public async Task after_a_restart_a_version_still_says_what_it_said()
    {
        await using (await ThemeInstance.StartAsync(_folder.Root, _database))
        {
            Write("garden", version: 1, "In another garden.");
        }

        var error = await Assert.ThrowsAsync<InvalidDataException>(
            () => ThemeInstance.StartAsync(_folder.Root, _database));

        Assert.Equal("garden.yaml says something else than version 1 of it did before: raise version.", StartFault.Sentence(error));
    }

    [Fact]
    public async Task an_instance_with_other_files_may_not_say_other_things_by_the_same_version()
    {
        using var others = new TestFolder();
        others.Write("garden.yaml", Encoding.UTF8.GetBytes(Text("garden", 1, "In another garden.")));

        await Assert.ThrowsAsync<InvalidDataException>(() => ThemeInstance.StartAsync(others.Root, _database));
    }

    [Fact]
    public async Task the_line_ends_of_a_file_are_no_difference()
    {
        using var others = new TestFolder();
        others.Write("garden.yaml", Encoding.UTF8.GetBytes(Text("garden", 1, "In a garden.").ReplaceLineEndings("\r\n")));

        await using var other = await ThemeInstance.StartAsync(others.Root, _database);

        Assert.Equal(_instance.Themes.Find("garden")!.Hash, other.Themes.Find("garden")!.Hash);
    }

    [Fact]
    public async Task instances_that_start_at_once_all_start()
    {
        await using var database = new SqliteDatabase();
        await using var first = await ThemeInstance.StartAsync(_folder.Root, database);
        Write("garden", version: 2, "In a bright garden.");

        var instances = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => ThemeInstance.StartAsync(_folder.Root, database)));

        foreach (var instance in instances)
        {
            Assert.Equal(2, instance.Themes.Find("garden")!.Version);
            await instance.DisposeAsync();
        }
    }

    public async ValueTask InitializeAsync()
    {
        Write("garden", version: 1, "In a garden.");
        _instance = await ThemeInstance.StartAsync(_folder.Root, _database);
    }

    public async ValueTask DisposeAsync()
    {
        await _instance.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    private static string Text(string id, int version, string prompt)
        => $"id: {id}\nname: Garden\ndescription: A garden.\nversion: {version}\nprompt: \"{prompt}\"\n";

    private void Write(string id, int version, string prompt)
        => _folder.Write($"{id}.yaml", Encoding.UTF8.GetBytes(Text(id, version, prompt)));
}
