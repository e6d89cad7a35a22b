using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Observability;
using SceneGen.Operations.DeadLetters.Reading;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Outbox.Parking;

namespace SceneGen.Operations.DeadLetters;

/// <summary>What the outbox has given up, as dead letters.</summary>
internal sealed class ParkedLetters(SceneDbContext database, ParkedMessages<SceneDbContext> parked)
{
    public const string Queue = "outbox";

    private const string Prefix = Queue + ":";
    private const int MostRead = 1000;

    public async Task<IReadOnlyList<DeadLetter>> ListAsync(DeadLetterChoice choice, CancellationToken cancellationToken)
    {
        if (!choice.IsOf(Queue))
        {
            return [];
        }

        var rows = Parked();
        if (choice.Ids is { } ids)
        {
            var numbers = ids.Select(NumberOf).OfType<long>().ToList();
            rows = rows.Where(row => numbers.Contains(row.Id));
        }

        var read = await rows.OrderBy(row => row.Id).Take(MostRead).ToListAsync(cancellationToken);
        return [.. read.Select(ToLetter).Where(choice.Holds)];
    }

    /// <summary>The outbox sends them at its own pace, as a burst it would have sent anyway.</summary>
    public async Task<DeadLetterReport> ReplayAsync(
        DeadLetterChoice choice, bool dryRun, DeadLetterPace pace, CancellationToken cancellationToken)
    {
        var letters = await ListAsync(choice, cancellationToken);
        var done = 0;
        foreach (var letter in dryRun ? [] : letters)
        {
            if (!await pace.NextAsync(cancellationToken))
            {
                break;
            }

            done += await parked.ReplayAsync([NumberOf(letter.Id)!.Value], cancellationToken);
        }

        return new DeadLetterReport
        {
            DryRun = dryRun,
            Matched = letters.Count,
            Done = done,
            Left = dryRun ? 0 : letters.Count - done,
            Items = letters,
        };
    }

    public async Task<DeadLetterReport> DiscardAsync(DeadLetterChoice choice, CancellationToken cancellationToken)
    {
        var letters = await ListAsync(choice, cancellationToken);
        var numbers = letters.Select(letter => NumberOf(letter.Id)!.Value).ToList();
        var done = await Parked().Where(row => numbers.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        return new DeadLetterReport { Matched = letters.Count, Done = done, Items = letters };
    }

    private IQueryable<OutboxMessage> Parked()
        => database.Set<OutboxMessage>().AsNoTracking().Where(row => row.ParkedAt != null);

    private static DeadLetter ToLetter(OutboxMessage row)
    {
        var content = MessageContent.Read(row.Body);
        return new DeadLetter
        {
            Id = $"{Prefix}{row.Id}",
            Queue = Queue,
            Destination = row.Destination,
            Type = MessageContent.ShortName(row.MessageTypes.Split(';')[0]),
            Cause = Redaction.Of(row.ParkedReason),
            At = row.ParkedAt,
            SceneId = content.SceneId,
            MessageId = row.MessageId.ToString(),
            Bytes = System.Text.Encoding.UTF8.GetByteCount(row.Body),
            Preview = content.Preview,
        };
    }

    private static long? NumberOf(string id)
        => id.StartsWith(Prefix, StringComparison.Ordinal) && long.TryParse(id.AsSpan(Prefix.Length), out var number)
            ? number
            : null;
}
