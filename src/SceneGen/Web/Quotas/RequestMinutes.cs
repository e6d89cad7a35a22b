using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Scenes.Quotas;

namespace SceneGen.Web.Quotas;

/// <summary>
/// Counts each caller's requests a minute. An instance sets a part of the caller's limit aside in the database and then
/// counts by itself: all instances together never let more through, and what one has set aside the others do without.
/// </summary>
internal sealed class RequestMinutes(IServiceScopeFactory scopes, IOptions<QuotaOptions> options, TimeProvider time)
{
    private const int PartsOfLimit = 20;
    private const int Seconds = 60;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Share> _shares = new(StringComparer.Ordinal);
    private long _minute;

    private int Limit => options.Value.RequestsPerMinute;

    /// <summary>Until the minute is over.</summary>
    public static TimeSpan Rest(DateTimeOffset now)
        => TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(now.UtcTicks % TimeSpan.TicksPerMinute);

    /// <summary>How many requests the caller has left after this one; null when it had none.</summary>
    public async ValueTask<int?> TakeAsync(string caller, CancellationToken cancellationToken)
    {
        while (true)
        {
            var minute = time.GetUtcNow().ToUnixTimeSeconds() / Seconds;
            var share = ShareOf(caller, minute);
            Task claim;
            lock (_lock)
            {
                if (share.Own > 0)
                {
                    share.Own--;
                    return share.Own + share.Unclaimed;
                }

                if (share.IsSpent)
                {
                    return null;
                }

                // One for all that come meanwhile, or each would set a part aside. It does not end with who began it.
                if (share.Claim.IsCompleted)
                {
                    share.Claim = Task.Run(() => ClaimAsync(caller, minute, share), CancellationToken.None);
                }

                claim = share.Claim;
            }

            await claim.WaitAsync(cancellationToken);
        }
    }

    private Share ShareOf(string caller, long minute)
    {
        lock (_lock)
        {
            if (minute > _minute)
            {
                _shares.Clear();
                _minute = minute;
            }

            if (!_shares.TryGetValue(caller, out var share))
            {
                _shares[caller] = share = new Share();
            }

            return share;
        }
    }

    private async Task ClaimAsync(string caller, long minute, Share share)
    {
        var (limit, part) = (Limit, Math.Max(1, Limit / PartsOfLimit));
        var before = await SetAsideAsync(caller, minute, limit, part);
        lock (_lock)
        {
            share.Own += Math.Clamp(limit - before, 0, part);
            share.Unclaimed = Math.Max(0, limit - before - part);
            share.IsSpent = before >= limit;
        }
    }

    /// <summary>How many were set aside before by all.</summary>
    private async Task<int> SetAsideAsync(string caller, long minute, int limit, int part)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>().Database;

        // A clock that is behind the others counts in their minute.
        var claim = database.SqlQuery<int>($"""
            INSERT INTO request_counts ("Name", "Minute", "Requests") VALUES ({caller}, {minute}, {part})
            ON CONFLICT ("Name") DO UPDATE SET
                "Requests" = excluded."Requests"
                    + CASE WHEN request_counts."Minute" < excluded."Minute" THEN 0 ELSE request_counts."Requests" END,
                "Minute" = CASE WHEN request_counts."Minute" < excluded."Minute"
                    THEN excluded."Minute" ELSE request_counts."Minute" END
                WHERE request_counts."Minute" < excluded."Minute" OR request_counts."Requests" < {limit}
            RETURNING "Requests" AS "Value"
            """);
        try
        {
            return await claim.ToListAsync(patience.Token) is [var total] ? total - part : limit;
        }
        catch (OperationCanceledException over)
        {
            // For those who wait for it, it is no cancellation of theirs.
            throw new DatabaseSilence(Patience, over);
        }
    }

    /// <summary>What this instance knows of one caller's minute.</summary>
    private sealed class Share
    {
        public int Own { get; set; }

        public int Unclaimed { get; set; }

        public bool IsSpent { get; set; }

        public Task Claim { get; set; } = Task.CompletedTask;
    }
}
