namespace SceneGen.FunctionalTests.Invariants;

/// <summary>
/// Whether what the service promises has held, whatever was done to it: by its own check, and by the books of the world
/// outside, which know what was accepted, bought and rolled back.
/// </summary>
internal sealed class InvariantCheck
{
    private static readonly string[] Final = ["Ready", "RolledBack", "Failed", "Canceled", "Expired"];
    private readonly Facts _facts;
    private readonly IReadOnlyCollection<Guid> _accepted;
    private readonly List<string> _breaches = [];

    private InvariantCheck(Facts facts, IReadOnlyCollection<Guid> accepted) => (_facts, _accepted) = (facts, accepted);

    private IEnumerable<SceneFact> RolledBack => _facts.Scenes.Values.Where(scene => scene.State == "RolledBack");

    /// <summary>Waits until every accepted scene has ended and nothing is under way, then looks at everything there is.</summary>
    public static async Task<string> HoldsAsync(Installation run, IReadOnlyCollection<Guid> accepted, int patience = 120)
    {
        await QuietAsync(run, accepted, patience);
        await run.SweepAsync();
        var check = new InvariantCheck(await Facts.ReadAsync(run), accepted);
        check.EachSceneHasOneEnd();
        check.EachPurchaseIsRecorded();
        check.EachRollbackIsAcknowledgedOnce();
        check.NothingHasFailed();
        Assert.True(check._breaches.Count == 0, string.Join(Environment.NewLine, [check.Figures(), .. check._breaches]));
        return $"{check.Figures()}{Environment.NewLine}{await run.CheckAsync()}";
    }

    private static async Task QuietAsync(Installation run, IReadOnlyCollection<Guid> accepted, int patience)
    {
        var open = "";
        await Eventually.IsFoundAsync(
            async () => (open = await OpenAsync(run, accepted)).Length == 0 ? "quiet" : null,
            () => $"all scenes have ended and nothing is under way. {open}",
            patience);
    }

    private static async Task<string> OpenAsync(Installation run, IReadOnlyCollection<Guid> accepted)
    {
        var ended = await run.Database.ReadAsync(
            $"""SELECT "CorrelationId" FROM scenes WHERE "CurrentState" IN ('{string.Join("','", Final)}')""",
            row => row.GetGuid(0));
        var waiting = accepted.Except(ended).ToList();
        if (waiting.Count > 0)
        {
            return $"{waiting.Count} scenes are open, such as {waiting[0]}.";
        }

        var outbox = await Facts.WaitingAsync(run);
        var backlog = (await run.Broker.BacklogAsync()).Where(queue => !IsParkingPlace(queue.Key)).ToList();
        return (outbox.Count, backlog.Count) == (0, 0)
            ? ""
            : $"In the outbox: {string.Join(", ", outbox)}; in queues: {string.Join(", ", backlog)}.";
    }

    private static bool IsParkingPlace(string queue)
        => queue.EndsWith("_error", StringComparison.Ordinal) || queue.EndsWith("_skipped", StringComparison.Ordinal);

    private void EachSceneHasOneEnd()
    {
        Expect("I1", _accepted.Where(id => !_facts.Scenes.ContainsKey(id)).Select(id => $"{id} was accepted and is not there"));
        Expect("I1", _facts.Scenes.Values.Where(scene => !Final.Contains(scene.State)).Select(scene => $"{scene.Id} is {scene.State}"));
    }

    private void EachPurchaseIsRecorded()
        => Expect("I2", _facts.Predictions
            .Except(_facts.Intents.Select(intent => intent.Prediction).OfType<string>())
            .Select(prediction => $"prediction {prediction} was bought for no recorded attempt"));

    private void EachRollbackIsAcknowledgedOnce()
    {
        Expect("I4", RolledBack
            .Where(scene => _facts.Avatars.GetValueOrDefault(scene.AvatarId) is not ("rolledBack", _, 1))
            .Select(scene => $"{scene.Id} is rolled back, and its avatar is {_facts.Avatars.GetValueOrDefault(scene.AvatarId)}"));
        Expect("I4", _facts.Scenes.Values
            .Where(scene => scene.State == "Ready" && _facts.Avatars.GetValueOrDefault(scene.AvatarId).Requests > 0)
            .Select(scene => $"{scene.Id} has a picture, and its avatar was to be rolled back"));
    }

    private void NothingHasFailed() => Expect("I6", _facts.Errors);

    private void Expect(string invariant, IEnumerable<string> breaches)
        => _breaches.AddRange(breaches.Select(breach => $"{invariant}: {breach}"));

    private string Figures()
        => $"{_accepted.Count} scenes accepted; in all {_facts.Scenes.Count}: "
            + string.Join(", ", _facts.Scenes.Values.CountBy(scene => scene.State).Select(state => $"{state.Value} {state.Key}"))
            + $"; {_facts.Intents.Count} attempts recorded, {_facts.Predictions.Count} predictions bought"
            + $"; {RolledBack.Count()} avatars rolled back on {_facts.Avatars.Values.Sum(avatar => avatar.Requests)} requests.";
}
