using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Outbox;

namespace SceneGen.Data.Erasing;

/// <summary>
/// Messages of deleted scenes that were given up, whenever that was: they hold whatever they were to tell, and are not to
/// be sent any more.
/// </summary>
internal sealed partial class ParkedTraces(SceneDbContext database, TimeProvider time, ILogger<ParkedTraces> logger)
{
    private const int PageSize = 100;

    public async Task PassAsync(CancellationToken cancellationToken)
    {
        var last = 0L;
        while (true)
        {
            var page = await database.Set<OutboxMessage>().AsNoTracking()
                .Where(message => message.ParkedAt != null && message.Id > last)
                .OrderBy(message => message.Id)
                .Take(PageSize)
                .Select(message => new { message.Id, message.Body })
                .ToListAsync(cancellationToken);
            await EraseAsync(page.ConvertAll(message => (message.Id, NamedIn(message.Body))), cancellationToken);
            if (page.Count < PageSize)
            {
                return;
            }

            last = page[^1].Id;
        }
    }

    private async Task EraseAsync(List<(long Id, List<Guid> Named)> page, CancellationToken cancellationToken)
    {
        var named = page.SelectMany(message => message.Named).Distinct().ToList();
        var settled = time.GetUtcNow() - TraceSweep.Settled;
        var deleted = named.Count == 0 ? [] : await database.Scenes
            .Where(scene => named.Contains(scene.CorrelationId) && scene.ErasedAt < settled)
            .Select(scene => scene.CorrelationId)
            .ToHashSetAsync(cancellationToken);
        var telling = page.Where(message => message.Named.Exists(deleted.Contains)).Select(message => message.Id).ToList();
        if (telling.Count > 0)
        {
            var removed = await database.Set<OutboxMessage>()
                .Where(message => telling.Contains(message.Id) && message.ParkedAt != null)
                .ExecuteDeleteAsync(cancellationToken);
            Log.Removed(logger, removed);
        }
    }

    private static List<Guid> NamedIn(string body) => [.. Id().Matches(body).Select(match => Guid.Parse(match.ValueSpan)).Distinct()];

    [GeneratedRegex("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Id();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Count} parked messages of deleted scenes were removed and will not be sent.")]
        public static partial void Removed(ILogger logger, int count);
    }
}
