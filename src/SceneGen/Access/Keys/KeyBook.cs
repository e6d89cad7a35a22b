using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Data;

namespace SceneGen.Access.Keys;

/// <summary>The keys there are, in the configuration and in the database; a revoked one is known to be so within seconds.</summary>
internal sealed class KeyBook : IDisposable
{
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromHours(1);

    /// <summary>For how long the keys of a database that cannot be read are believed.</summary>
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(1);

    private readonly Remembered<KeyRing> _ring;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _used = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<KnownKey> _configured;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;

    public KeyBook(IOptions<AuthOptions> options, IServiceScopeFactory scopes, TimeProvider time, ILogger<KeyBook> logger)
    {
        _configured = [.. options.Value.Keys.Select(key => new KnownKey(key.Name, key.Sha256, key.Scopes))];
        (_scopes, _time) = (scopes, time);
        _ring = new Remembered<KeyRing>((_, stop) => ReadAsync(stop), time, logger);
    }

    public async ValueTask<KeyRing> OpenAsync(CancellationToken cancellationToken)
    {
        var ring = await _ring.GetAsync(cancellationToken);
        return _time.GetElapsedTime(ring.ReadAt) <= Believed ? ring : ring with { IsOutdated = true };
    }

    /// <summary>That a key was used is noted when the keys are read next.</summary>
    public void NoteUse(KnownKey key)
    {
        var now = _time.GetUtcNow();
        if (key.Row is { } row && !(now - row.UsedAt < BetweenNotes))
        {
            _used[row.Sha256] = now;
        }
    }

    public void Dispose() => _ring.Dispose();

    private async Task<KeyRing> ReadAsync(CancellationToken cancellationToken)
    {
        var at = _time.GetTimestamp();
        await using var scope = _scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();
        await WriteUsesAsync(database, cancellationToken);
        var rows = await database.ApiKeys.AsNoTracking()
            .Where(key => key.RevokedAt == null)
            .ToListAsync(cancellationToken);
        return KeyRing.Of(_configured.Concat(rows.Select(KnownKey.Of)), at);
    }

    private async Task WriteUsesAsync(SceneDbContext database, CancellationToken cancellationToken)
    {
        foreach (var hash in _used.Keys)
        {
            if (_used.TryRemove(hash, out var at))
            {
                await database.ApiKeys
                    .Where(key => key.Sha256 == hash)
                    .ExecuteUpdateAsync(set => set.SetProperty(key => key.UsedAt, at), cancellationToken);
            }
        }
    }
}
