using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Outbox;

namespace SceneGen.Data.Erasing;

/// <summary>
/// Messages of deleted scenes that were given up: they hold whatever they were to tell, and nobody is to hear it any more.
/// </summary>
internal sealed class ParkedTraces(SceneDbContext database)
{
    public async Task EraseAsync(IReadOnlyCollection<Guid> scenes, CancellationToken cancellationToken)
    {
        var (ids, telling) = (scenes.Select(scene => scene.ToString()).ToArray(), new List<long>());
        var parked = database.Set<OutboxMessage>().AsNoTracking()
            .Where(message => message.ParkedAt != null)
            .Select(message => new { message.Id, message.Body });
        await foreach (var message in parked.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (ids.Any(id => message.Body.Contains(id, StringComparison.OrdinalIgnoreCase)))
            {
                telling.Add(message.Id);
            }
        }

        if (telling.Count > 0)
        {
            await database.Set<OutboxMessage>()
                .Where(message => telling.Contains(message.Id) && message.ParkedAt != null)
                .ExecuteDeleteAsync(cancellationToken);
        }
    }
}
