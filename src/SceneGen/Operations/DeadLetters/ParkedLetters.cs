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

    public async Task<DeadLetterLook> ListAsync(DeadLetterChoice choice, CancellationToken cancellationToken)
    {
        if (!choice.IsOf(Queue))
        {
            return new DeadLetterLook([], 0);
        }

        var rows = await ChosenAsync(choice, cancellationToken);
        var read = await rows.OrderBy(row => row.Id).Take(MostRead).ToListAsync(cancellationToken);
        var last = read.LastOrDefault()?.Id;
        var beyond = read.Count < MostRead ? 0 : await rows.CountAsync(row => row.Id > last, cancellationToken);
        return new DeadLetterLook([.. read.Select(ToLetter).Where(choice.Holds)], beyond);
    }

    /// <summary>The outbox sends them at its own pace, as a burst it would have sent anyway.</summary>
    public async Task<DeadLetterReport> ReplayAsync(
        DeadLetterChoice choice, bool dryRun, DeadLetterPace pace, CancellationToken cancellationToken)
    {
        var (letters, beyond) = await ListAsync(choice, cancellationToken);
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
            Left = dryRun ? 0 : letters.Count - done + beyond,
            Beyond = beyond,
            Items = letters,
        };
    }

    public async Task<DeadLetterReport> DiscardAsync(DeadLetterChoice choice, CancellationToken cancellationToken)
    {
        var (letters, _) = await ListAsync(choice, cancellationToken);
        var numbers = letters.Select(letter => NumberOf(letter.Id)!.Value).ToList();
        var done = await Parked().Where(row => numbers.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        return new DeadLetterReport { Matched = letters.Count, Done = done, Items = letters };
    }

    /// <summary>All that the choice may mean: the cause's words alone are read off the rows.</summary>
    private async Task<IQueryable<OutboxMessage>> ChosenAsync(DeadLetterChoice choice, CancellationToken cancellationToken)
    {
        var rows = Parked();
        if (choice.Ids is { } ids)
        {
            var numbers = ids.Select(NumberOf).OfType<long>().ToList();
            return rows.Where(row => numbers.Contains(row.Id));
        }

        if (choice.Type is { } type)
        {
            var known = await rows.Select(row => row.MessageTypes).Distinct().ToListAsync(cancellationToken);
            var meant = known.FindAll(types => type.Equals(TypeOf(types), StringComparison.OrdinalIgnoreCase));
            rows = rows.Where(row => meant.Contains(row.MessageTypes));
        }

        if (choice.From?.ToUniversalTime() is { } from)
        {
            rows = rows.Where(row => row.ParkedAt >= from);
        }

        return choice.To?.ToUniversalTime() is { } to ? rows.Where(row => row.ParkedAt < to) : rows;
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
            Type = TypeOf(row.MessageTypes),
            Cause = Redaction.Of(row.ParkedReason),
            At = row.ParkedAt,
            SceneId = content.SceneId,
            MessageId = row.MessageId.ToString(),
            Bytes = System.Text.Encoding.UTF8.GetByteCount(row.Body),
            Preview = content.Preview,
        };
    }

    private static string TypeOf(string messageTypes) => MessageContent.ShortName(messageTypes.Split(';')[0]);

    private static long? NumberOf(string id)
        => id.StartsWith(Prefix, StringComparison.Ordinal) && long.TryParse(id.AsSpan(Prefix.Length), out var number)
            ? number
            : null;
}
