using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;

namespace SceneGen.Access.Sessions;

/// <summary>Which sessions were erased, so that what a browser still carries opens nothing.</summary>
internal sealed class ErasedSessions(
    IServiceScopeFactory scopes, TimeProvider time, ILogger<ErasedSessions> logger) : IDisposable
{
    /// <summary>Instances' clocks differ, and a transaction may commit late.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    private readonly Remembered<Known> _known = new((known, stop) => ReadAsync(scopes, known ?? Known.Nothing, stop), time, logger);

    /// <summary>A session that was erased may begin anew; what was signed before is over.</summary>
    public async ValueTask<bool> IsOverAsync(SessionPass pass, CancellationToken cancellationToken)
        => (await _known.GetAsync(cancellationToken)).At.TryGetValue(SessionIds.HashOf(pass.SessionId), out var erased)
            && pass.IssuedAt <= erased;

    public void Forget() => _known.Forget();

    public void Dispose() => _known.Dispose();

    private static async Task<Known> ReadAsync(IServiceScopeFactory scopes, Known known, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var since = known.Newest - Overlap;
        var news = await scope.ServiceProvider.GetRequiredService<SceneDbContext>().SessionErasures.AsNoTracking()
            .Where(erasure => erasure.AskedAt > since)
            .OrderBy(erasure => erasure.AskedAt)
            .Select(erasure => new { erasure.Sha256, erasure.AskedAt })
            .ToListAsync(cancellationToken);
        return news.Count == 0
            ? known
            : new Known(
                known.At.SetItems(news.Select(one => KeyValuePair.Create(one.Sha256, one.AskedAt))), news[^1].AskedAt);
    }

    private sealed record Known(ImmutableDictionary<string, DateTimeOffset> At, DateTimeOffset Newest)
    {
        public static readonly Known Nothing = new(
            ImmutableDictionary<string, DateTimeOffset>.Empty, DateTimeOffset.UnixEpoch);
    }
}
