using System.Text.Json;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests.Invariants;

/// <summary>What the database, the broker, the outside world and the disk say when everything is quiet.</summary>
internal sealed record Facts
{
    private static readonly string[] Told = ["MT-Fault-ExceptionType", "MT-Fault-Message", "MT-Fault-StackTrace"];

    public required IReadOnlyDictionary<Guid, SceneFact> Scenes { get; init; }

    public required ILookup<Guid, int> Timeline { get; init; }

    /// <summary>The recorded attempts, each with the prediction that was bought for it.</summary>
    public required IReadOnlyList<(Guid Scene, string? Prediction)> Intents { get; init; }

    /// <summary>What waits in the outbox, timers included.</summary>
    public required IReadOnlyList<string> Outbox { get; init; }

    public required IReadOnlyDictionary<string, int> Backlog { get; init; }

    /// <summary>Why messages lie in error queues.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    public required IReadOnlyList<string> Predictions { get; init; }

    public required IReadOnlyDictionary<Guid, (string Status, int Requests, int RolledBack)> Avatars { get; init; }

    /// <summary>The rows of stored files, by the names of their files.</summary>
    public required ILookup<bool, string> Released { get; init; }

    /// <summary>The whole paths of the stored files.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    public static async Task<Facts> ReadAsync(Installation run)
    {
        var database = run.Database;
        var backlog = await run.Broker.BacklogAsync();
        var scenes = await database.ReadAsync(
            """SELECT "CorrelationId", "CurrentState", "AvatarId", "ImageSha256", "ThumbnailSha256", "LargeThumbnailSha256", "TimelineSequence" FROM scenes""",
            row => new SceneFact(
                row.GetGuid(0),
                row.GetString(1),
                row.GetGuid(2),
                row.IsDBNull(3) ? null : row.GetString(3),
                row.IsDBNull(4) ? null : row.GetString(4),
                row.IsDBNull(5) ? null : row.GetString(5),
                row.GetInt32(6)));
        var timeline = await database.ReadAsync(
            """SELECT "SceneId", "Sequence" FROM timeline""", row => (Scene: row.GetGuid(0), Sequence: row.GetInt32(1)));
        return new Facts
        {
            Scenes = scenes.ToDictionary(scene => scene.Id),
            Timeline = timeline.ToLookup(entry => entry.Scene, entry => entry.Sequence),
            Intents = await database.ReadAsync(
                """SELECT "SceneId", "PredictionId" FROM generation_intents""",
                row => (row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1))),
            Outbox = await WaitingAsync(run),
            Backlog = backlog,
            Errors = await ErrorsAsync(run, backlog.Keys),
            Predictions = [.. (await run.World.PredictionsAsync()).Select(one => one.GetProperty("id").GetString()!)],
            Avatars = (await run.World.AvatarsAsync()).ToDictionary(avatar => avatar.GetProperty("avatarId").GetGuid(), Of),
            Released = (await database.ReadAsync(
                """SELECT "Sha256", "Extension", "ReleasedAt" IS NOT NULL FROM stored_files""",
                row => (Name: $"{row.GetString(0)}.{row.GetString(1)}", IsReleased: row.GetBoolean(2))))
                .ToLookup(row => row.IsReleased, row => row.Name),
            Files = [.. Directory.GetFiles(run.Pictures, "*.*", SearchOption.AllDirectories).Where(IsStored)],
        };
    }

    public static Task<IReadOnlyList<string>> WaitingAsync(Installation run)
        => run.Database.ReadAsync("""SELECT "MessageTypes" FROM outbox WHERE "ParkedAt" IS NULL""", row => row.GetString(0));

    private static bool IsStored(string path) => Path.GetFileName(Path.GetDirectoryName(path))!.Length == 2;

    private static async Task<IReadOnlyList<string>> ErrorsAsync(Installation run, IEnumerable<string> queues)
    {
        var errors = new List<string>();
        foreach (var queue in queues.Where(queue => queue.EndsWith("_error", StringComparison.Ordinal)))
        {
            errors.AddRange((await run.Broker.PeekAsync(queue)).Select(message => $"{queue}: {ReasonOf(message)}"));
        }

        return errors;
    }

    private static string ReasonOf(JsonElement message)
    {
        var headers = message.GetProperty("properties").GetProperty("headers");
        return string.Join(' ', from name in Told select headers.GetProperty(name));
    }

    private static (string Status, int Requests, int RolledBack) Of(JsonElement avatar)
        => (avatar.GetProperty("status").GetString()!,
            avatar.GetProperty("rollbackRequests").GetInt32(),
            avatar.GetProperty("rolledBackCount").GetInt32());
}
