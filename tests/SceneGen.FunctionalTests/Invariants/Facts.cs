using System.Text.Json;

namespace SceneGen.FunctionalTests.Invariants;

/// <summary>What the outside world has to be held against, when everything is quiet, and what lies in error queues.</summary>
internal sealed record Facts
{
    private static readonly string[] Told = ["MT-Fault-ExceptionType", "MT-Fault-Message", "MT-Fault-StackTrace"];

    public required IReadOnlyDictionary<Guid, SceneFact> Scenes { get; init; }

    /// <summary>The recorded attempts, each with the prediction that was bought for it.</summary>
    public required IReadOnlyList<(Guid Scene, string? Prediction)> Intents { get; init; }

    /// <summary>Why messages lie in error queues.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    public required IReadOnlyList<string> Predictions { get; init; }

    public required IReadOnlyDictionary<Guid, (string Status, int Requests, int RolledBack)> Avatars { get; init; }

    public static async Task<Facts> ReadAsync(Installation run)
    {
        var database = run.Database;
        var backlog = await run.Broker.BacklogAsync();
        var scenes = await database.ReadAsync(
            """SELECT "CorrelationId", "CurrentState", "AvatarId" FROM scenes""",
            row => new SceneFact(row.GetGuid(0), row.GetString(1), row.GetGuid(2)));
        return new Facts
        {
            Scenes = scenes.ToDictionary(scene => scene.Id),
            Intents = await database.ReadAsync(
                """SELECT "SceneId", "PredictionId" FROM generation_intents""",
                row => (row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1))),
            Errors = await ErrorsAsync(run, backlog.Keys),
            Predictions = [.. (await run.World.PredictionsAsync()).Select(one => one.GetProperty("id").GetString()!)],
            Avatars = (await run.World.AvatarsAsync()).ToDictionary(avatar => avatar.GetProperty("avatarId").GetGuid(), Of),
        };
    }

    public static Task<IReadOnlyList<string>> WaitingAsync(Installation run)
        => run.Database.ReadAsync("""SELECT "MessageTypes" FROM outbox WHERE "ParkedAt" IS NULL""", row => row.GetString(0));

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
