using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Access.Sessions;

/// <summary>Which sessions were erased, so that what a browser still carries opens nothing.</summary>
internal sealed class ErasedSessions(
    IServiceScopeFactory scopes, TimeProvider time, ILogger<ErasedSessions> logger) : IDisposable
{
    /// <summary>Instances' clocks differ, and a transaction may commit late.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    private readonly Remembered<Known> _known = new((known, stop) => ReadAsync(scopes, known ?? Known.Nothing, time.GetUtcNow(), stop), time, logger);

    /// <summary>So that they are known when they are needed.</summary>
    public async Task RecallAsync(CancellationToken cancellationToken) => await _known.GetAsync(cancellationToken);

    /// <summary>
    /// Null for what was signed before its session was erased; who comes back after that comes under the erasure's number.
    /// </summary>
    public async ValueTask<SessionPass?> AdmitAsync(SessionPass pass, CancellationToken cancellationToken)
        => (await _known.GetAsync(cancellationToken)).By.TryGetValue(SessionMark.HashOf(pass.SessionId), out var erased)
            ? erased.Admit(pass)
            : pass;

    /// <summary>The number of the last erasure, or 0. Asked of the database: what another instance erased a moment ago counts.</summary>
    public async Task<int> LastOfAsync(string sessionId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var hash = SessionMark.HashOf(sessionId);
        return await scope.ServiceProvider.GetRequiredService<SceneDbContext>().SessionErasures
            .Where(erasure => erasure.Sha256 == hash)
            .Select(erasure => erasure.Number)
            .SingleOrDefaultAsync(cancellationToken);
    }

    public void Forget() => _known.Forget();

    public void Dispose() => _known.Dispose();

    private static async Task<Known> ReadAsync(
        IServiceScopeFactory scopes, Known known, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();

        // One that a clock far ahead wrote hides no other.
        var since = (known.Newest < now ? known.Newest : now) - Overlap;
        var news = await scope.ServiceProvider.GetRequiredService<SceneDbContext>().SessionErasures.AsNoTracking()
            .Where(erasure => erasure.AskedAt > since)
            .OrderBy(erasure => erasure.AskedAt)
            .Select(erasure => new { erasure.Sha256, Erased = new Erased(erasure.AskedAt, erasure.Number) })
            .ToListAsync(cancellationToken);
        return news.Count == 0
            ? known
            : new Known(
                known.By.SetItems(news.Select(one => KeyValuePair.Create(one.Sha256, one.Erased))),
                news[^1].Erased.AskedAt);
    }

    private sealed record Erased(DateTimeOffset AskedAt, int Number)
    {
        /// <summary>What names no erasure was signed before the first one, or by a version that named none.</summary>
        public SessionPass? Admit(SessionPass pass)
            => pass.LastErasure > 0
                ? pass.LastErasure < Number ? null : pass
                : pass.IssuedAt <= AskedAt + Overlap ? null : pass with { LastErasure = Number };
    }

    private sealed record Known(ImmutableDictionary<string, Erased> By, DateTimeOffset Newest)
    {
        public static readonly Known Nothing = new(ImmutableDictionary<string, Erased>.Empty, DateTimeOffset.UnixEpoch);
    }
}
