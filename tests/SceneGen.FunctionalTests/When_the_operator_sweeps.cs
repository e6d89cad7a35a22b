using SceneGen.FunctionalTests.Infrastructure;
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

        Assert.Contains(name, await RunAsync("sweep"), StringComparison.Ordinal);
        Assert.False(File.Exists(orphan));
        Assert.DoesNotContain(name, await RunAsync("sweep"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _pictures.Delete(recursive: true);
        return _database.DisposeAsync();
    }

    private async Task<string> RunAsync(params string[] command)
    {
        await using var process = new SceneGenProcess(
            "SceneGen.dll",
            ("ConnectionStrings__Database", _database.ConnectionString),
            ("Storage__Path", _pictures.FullName));
        Assert.True(await process.EndAsync(command) == 0, process.Output);
        return process.Output;
    }
}
