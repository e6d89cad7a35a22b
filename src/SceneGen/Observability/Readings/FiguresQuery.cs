using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Persistence.Outbox;
using SceneGen.Scenes;
using SceneGen.Scenes.Outputs;

namespace SceneGen.Observability.Readings;

/// <summary>
/// Reads all figures in one statement. Each part is answered by an index, or by the few rows that it names; those that count
/// every waiting scene or timer read entries of an index and no rows.
/// </summary>
internal sealed class FiguresQuery(SceneDbContext database, IOptions<OutboxOptions> outbox, TimeProvider time)
{
    /// <summary>A message that was not sent is tried again no later.</summary>
    private static readonly TimeSpan LongestPostponement = TimeSpan.FromMinutes(5);

    private const int TimeoutSeconds = 5;

    // The first row gives the columns their types.
    private const string Standing = """
        SELECT 'scenes' AS "Name", CAST("CurrentState" AS text) AS "Label", count(*) AS "Count", min("UpdatedAt") AS "At" FROM scenes
        WHERE "CurrentState" IN ('AwaitingTheme', 'Submitting', 'Generating', 'Storing', 'RollingBack') GROUP BY "CurrentState"
        UNION ALL SELECT 'rollbacks', NULL, count("RollbackCaseAt"), min("RollbackRequestedAt") FROM scenes
        WHERE "CurrentState" = 'RollingBack'
        UNION ALL SELECT 'outputs', NULL, count(*), NULL FROM scenes
        WHERE "CurrentState" = 'Storing' AND "OutputExpiresAt" <= @urgent
        UNION ALL SELECT 'unparked', NULL, count(*), NULL FROM outbox WHERE "ParkedAt" IS NULL
        UNION ALL SELECT 'parked', NULL, count(*), NULL FROM outbox WHERE "ParkedAt" IS NOT NULL
        UNION ALL SELECT 'due', NULL, 0, min("DueAt") FROM outbox
        WHERE "ParkedAt" IS NULL AND "VisibleAt" <= @leased AND "DueAt" <= @now
        UNION ALL SELECT 'messages', NULL, count(*), NULL FROM outbox
        WHERE "ParkedAt" IS NULL AND "VisibleAt" <= @leased AND "DueAt" IS NULL
        UNION ALL SELECT 'message', "Envelope", "Id", NULL FROM (
            SELECT "Envelope", "Id" FROM outbox WHERE "ParkedAt" IS NULL AND "VisibleAt" <= @leased AND "DueAt" IS NULL
            ORDER BY "Id" LIMIT 1) AS oldest
        UNION ALL SELECT 'callbacks', NULL, count(*), NULL FROM callbacks WHERE "State" = 'Waiting'
        UNION ALL SELECT 'gate', "Reason" || ' ' || "Name", 0, NULL FROM provider_gates
        """;

    public async Task<Figures> ReadAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await database.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = database.Database.GetDbConnection().CreateCommand();
            command.CommandText = Standing;
            command.CommandTimeout = TimeoutSeconds;
            Add(command, "urgent", now + UnstoredOutputs.Urgent);
            Add(command, "now", now);
            Add(command, "leased", now + (outbox.Value.Lease > LongestPostponement ? outbox.Value.Lease : LongestPostponement));
            return await ReadAsync(command, cancellationToken);
        }
        finally
        {
            await database.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Every stored file's row is read for it.</summary>
    public async Task<Figures.StoreFigures> ReadStoreAsync(CancellationToken cancellationToken)
    {
        var files = database.KeptFiles.Where(file => file.ReleasedAt == null);
        return new Figures.StoreFigures(
            await files.LongCountAsync(cancellationToken), await files.SumAsync(file => file.Bytes ?? 0, cancellationToken));
    }

    private async Task<Figures> ReadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var figures = new Figures();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var label = await rows.IsDBNullAsync(1, cancellationToken) ? "" : rows.GetString(1);
            var count = rows.GetInt64(2);
            var at = await rows.IsDBNullAsync(3, cancellationToken) ? null : TimeOf(rows.GetValue(3));
            Take(figures, rows.GetString(0), label, count, at);
        }

        return figures;
    }

    private static void Take(Figures figures, string name, string label, long count, DateTimeOffset? at)
    {
        switch (name)
        {
            case "scenes":
                figures.Scenes[label] = (count, at!.Value);
                break;
            case "rollbacks":
                (figures.RollbackCases, figures.OldestRollback) = (count, at);
                break;
            case "outputs":
                figures.OutputsExpiring = count;
                break;
            case "unparked":
                figures.Unparked = count;
                break;
            case "parked":
                figures.Parked = count;
                break;
            case "due":
                figures.OldestTimer = at;
                break;
            case "callbacks":
                figures.CallbacksWaiting = count;
                break;
            case "messages":
                figures.Messages = count;
                break;
            case "message":
                figures.OldestMessage = SentTimeIn(label);
                break;
            case "gate":
                var space = label.IndexOf(' ', StringComparison.Ordinal);
                figures.ClosedGates[label[(space + 1)..]] = label[..space];
                break;
            default:
                throw new InvalidOperationException($"No figure is called {name}.");
        }
    }

    private static DateTimeOffset? SentTimeIn(string envelope)
    {
        using var json = JsonDocument.Parse(envelope);
        return json.RootElement.TryGetProperty("sentTime", out var sent) ? sent.GetDateTimeOffset() : null;
    }

    private void Add(DbCommand command, string name, DateTimeOffset value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = Times()?.ConvertToProvider(value) ?? value;
        command.Parameters.Add(parameter);
    }

    private DateTimeOffset? TimeOf(object value) => value switch
    {
        DateTime utc => new DateTimeOffset(utc, TimeSpan.Zero),
        _ => (DateTimeOffset?)Times()!.ConvertFromProvider(value),
    };

    /// <summary>How the database keeps times, for a statement of one's own knows no converters.</summary>
    private ValueConverter? Times()
        => database.Model.FindEntityType(typeof(SceneState))!
            .FindProperty(nameof(SceneState.UpdatedAt))!
            .GetTypeMapping().Converter;
}
