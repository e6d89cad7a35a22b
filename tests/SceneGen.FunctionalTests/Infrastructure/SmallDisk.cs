using System.Diagnostics;

namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>A disk of its own in memory, to be filled, grown or made read-only.</summary>
public sealed class SmallDisk : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scenegen-disk-");
    private readonly bool _isMounted;

    public SmallDisk(string size) => _isMounted = TryRun("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", Path);

    public string Path => _folder.FullName;

    /// <summary>Skips the test where the system lets nobody mount.</summary>
    public void Require() => Assert.SkipUnless(_isMounted, "Only root can mount a small disk.");

    public void Grow(string size) => Run("mount", "-o", $"remount,size={size}", Path);

    /// <summary>Covers the disk by itself, read-only: it could not become so while a process has a file open to write.</summary>
    public void BecomeReadOnly()
    {
        Run("mount", "--bind", Path, Path);
        Run("mount", "-o", "remount,bind,ro", Path);
    }

    public void BecomeWritable() => Run("umount", "--lazy", Path);

    public void Dispose()
    {
        // Twice where the cover is still on.
        while (_isMounted && TryRun("umount", "--lazy", Path))
        {
        }

        _folder.Delete(recursive: true);
    }

    private static void Run(string program, params string[] arguments)
        => Assert.True(TryRun(program, arguments), $"{program} {string.Join(' ', arguments)} failed.");

    private static bool TryRun(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
