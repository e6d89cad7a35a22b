using Microsoft.EntityFrameworkCore;
using SceneGen.Assets.Serving;
using SceneGen.Data;

namespace SceneGen.Assets.Healing;

/// <summary>Has the pictures stored again whose files were found missing or damaged.</summary>
internal sealed partial class FileHealer(
    DamagedFiles damaged, IServiceScopeFactory scopes, TimeProvider time, ILogger<FileHealer> logger) : BackgroundService
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(10);
    private readonly Dictionary<string, DateTimeOffset> _triedAt = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (sha256, extension) in damaged.ReadAsync(stoppingToken))
        {
            if (_triedAt.TryGetValue(sha256, out var triedAt) && time.GetUtcNow() - triedAt < BetweenTries)
            {
                continue;
            }

            if (_triedAt.Count >= MostRemembered)
            {
                _triedAt.Clear();
            }

            _triedAt[sha256] = time.GetUtcNow();
            try
            {
                await HealAsync(sha256, extension, stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, sha256, extension, error);
            }
        }
    }

    private async Task HealAsync(string sha256, string extension, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var isMeant = await scope.ServiceProvider.GetRequiredService<SceneDbContext>().KeptFiles
            .AnyAsync(file => file.Sha256 == sha256 && file.ReleasedAt == null, cancellationToken);
        if (isMeant
            && !await scope.ServiceProvider.GetRequiredService<VerifiedAssets>().IsWholeAsync(sha256, extension, cancellationToken)
            && !await scope.ServiceProvider.GetRequiredService<LostPictures>().AskAsync(sha256, cancellationToken))
        {
            Log.Nobodys(logger, sha256, extension);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The stored file {Sha256}.{Extension} is not whole, and no ready scene has it that it could be painted from.")]
        public static partial void Nobodys(ILogger logger, string sha256, string extension);

        [LoggerMessage(2, LogLevel.Warning, "The stored file {Sha256}.{Extension} is not whole and could not be mended; it is tried again when it is next found.")]
        public static partial void Failed(ILogger logger, string sha256, string extension, Exception error);
    }
}
