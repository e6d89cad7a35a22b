using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SceneGen.Assets.Serving;

/// <summary>
/// The stored pictures, each held against its name before a byte of it leaves. What was found whole is read again only
/// when the store says that it was written since.
/// </summary>
public sealed partial class VerifiedAssets(IAssetStore store, DamagedFiles damaged, ILogger<VerifiedAssets> logger)
{
    private const int MostRemembered = 100_000;
    private readonly ConcurrentDictionary<string, string> _whole = new(StringComparer.Ordinal);

    public Task<bool> ExistsAsync(string sha256, string extension, CancellationToken cancellationToken)
        => store.ExistsAsync(sha256, extension, cancellationToken);

    /// <summary>Null when there is none of this name.</summary>
    public async Task<StoredContent?> OpenAsync(string sha256, string extension, CancellationToken cancellationToken)
    {
        if (await store.OpenAsync(sha256, extension, cancellationToken) is not { } content)
        {
            // Most of these never were; whoever mends files asks the database which had a row.
            damaged.Report(sha256, extension);
            return null;
        }

        try
        {
            if (_whole.GetValueOrDefault(sha256) != content.Version)
            {
                await CheckAsync(sha256, extension, content, cancellationToken);
            }

            return content;
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads it whether or not it was found whole before; false when it is missing or damaged.</summary>
    public async Task<bool> IsWholeAsync(string sha256, string extension, CancellationToken cancellationToken)
    {
        _whole.TryRemove(sha256, out _);
        try
        {
            await using var content = await OpenAsync(sha256, extension, cancellationToken);
            return content is not null;
        }
        catch (AssetDamagedException)
        {
            return false;
        }
    }

    private async Task CheckAsync(
        string sha256, string extension, StoredContent content, CancellationToken cancellationToken)
    {
        var hash = await SHA256.HashDataAsync(content.Stream, cancellationToken);
        if (Convert.ToHexStringLower(hash) != sha256)
        {
            Log.Damaged(logger, sha256, extension, content.Length);
            damaged.Report(sha256, extension);
            throw new AssetDamagedException();
        }

        content.Stream.Seek(0, SeekOrigin.Begin);
        if (_whole.Count >= MostRemembered)
        {
            _whole.Clear();
        }

        _whole[sha256] = content.Version;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The stored picture {Sha256}.{Extension} has other bytes than its name says ({Bytes} of them); it is not served.")]
        public static partial void Damaged(ILogger logger, string sha256, string extension, long bytes);
    }
}
