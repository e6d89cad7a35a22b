using Microsoft.Extensions.Options;

namespace SceneGen.Assets;

// Lies inside the store, for a file is moved at once only within one file system. Each process has its own, with a
// locked claim beside it: the lock of a dead process is free, and that tells its leftovers from a neighbour's work.
public sealed partial class TemporaryFolder(
    IOptions<StorageOptions> options, TimeProvider time, ILogger<TemporaryFolder> logger)
    : IHostedLifecycleService, IDisposable
{
    private const string ClaimExtension = ".claim";

    private readonly string _parent = Path.Combine(Path.GetFullPath(options.Value.Path), "temp");
    private string? _folder;
    private FileStream? _claim;

    public string NewPath(string extension)
    {
        var folder = _folder
            ?? throw new InvalidOperationException("The temporary folder opens when the service starts.");
        return Path.Combine(folder, $"{Guid.CreateVersion7(time.GetUtcNow()):N}.{extension}");
    }

    /// <summary>Writes a file onto the disk, and removes it.</summary>
    public async Task TryOutAsync(CancellationToken cancellationToken)
    {
        var path = NewPath("try");
        try
        {
            await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await file.WriteAsync(new byte[4096], cancellationToken);
            file.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_parent);
        foreach (var claim in Directory.EnumerateFiles(_parent, "*" + ClaimExtension))
        {
            RemoveIfAbandoned(claim);
        }

        Claim(Path.Combine(_parent, $"{Guid.CreateVersion7(time.GetUtcNow()):N}"));
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        if (_claim is not null)
        {
            Remove(_folder!);
            _claim.Dispose();
        }
    }

    private void Claim(string folder)
    {
        // Named as a claim only once it is locked, or a neighbour that starts now could take it for abandoned.
        var unlocked = folder + ".new";
        _claim = new FileStream(unlocked, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
        File.Move(unlocked, folder + ClaimExtension);
        _folder = Directory.CreateDirectory(folder).FullName;
    }

    private void RemoveIfAbandoned(string claimPath)
    {
        try
        {
            using var claim = new FileStream(claimPath, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            Remove(Path.ChangeExtension(claimPath, null));
        }
        catch (IOException exception)
        {
            Log.LeftAlone(logger, Path.GetFileNameWithoutExtension(claimPath), exception);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        File.Delete(folder + ClaimExtension);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "Temporary folder {Folder} is another process's and is left alone.")]
        public static partial void LeftAlone(ILogger logger, string folder, Exception exception);
    }
}
