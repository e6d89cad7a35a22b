using SceneGen.Tests.Databases;

namespace SceneGen.FunctionalTests;

public sealed class When_the_operator_sweeps : IAsyncDisposable
{
    private readonly SqliteDatabase _database = new();
    private readonly DirectoryInfo _pictures = Directory.CreateTempSubdirectory("scenegen-pictures-");

    [Fact]
    public async Task files_that_nothing_names_are_told_by_a_dry_run_and_removed_by_another()
    {
        var name = $"{new string('a', 64)}.jpg";
        var orphan = Path.Combine(_pictures.FullName, "aa", name);
        Directory.CreateDirectory(Path.GetDirectoryName(orphan)!);
        await File.WriteAllTextAsync(orphan, "a picture", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(orphan, DateTime.UtcNow.AddDays(-3));
        await RunAsync("migrate");

        Assert.Contains(name, await RunAsync("sweep", "--dry-run"), StringComparison.Ordinal);
        Assert.True(File.Exists(orphan));
        var broken = await RunAsync(1, "check", "--quick");
        Assert.Contains("I7 BROKEN", broken, StringComparison.Ordinal);
        Assert.Contains($"the file {name} has no row", broken, StringComparison.Ordinal);

        Assert.Contains(name, await RunAsync("sweep"), StringComparison.Ordinal);
        Assert.False(File.Exists(orphan));
        Assert.DoesNotContain(name, await RunAsync("sweep"), StringComparison.Ordinal);
        Assert.Equal(
            Enumerable.Range(1, 8).Select(number => $"I{number} ok"),
            (await RunAsync("check")).Trim().Split(Environment.NewLine).Select(line => line.Split(':')[0]));
    }

    public ValueTask DisposeAsync()
    {
        _pictures.Delete(recursive: true);
        return _database.DisposeAsync();
    }

    private Task<string> RunAsync(params string[] command) => RunAsync(0, command);

    private async Task<string> RunAsync(int code, params string[] command)
    {
        await using var process = new SceneGenProcess(
            "SceneGen.dll",
            ("ConnectionStrings__Database", _database.ConnectionString),
            ("Storage__Path", _pictures.FullName));
        Assert.True(await process.EndAsync(command) == code, process.Output);
        return process.Output;
    }
}
