using SceneGen.Observability;
using SceneGen.Operations.Audit;
using SceneGen.Replicate;

namespace SceneGen.Generation.Gates;

/// <summary>
/// The gates as this instance knows them. What it finds out itself is known to it at once, to the others with their next
/// slice of the budget.
/// </summary>
internal sealed partial class ProviderGates(IServiceScopeFactory scopes, TimeProvider time, ILogger<ProviderGates> logger)
{
    public const string Provider = "provider";

    private static readonly TimeSpan FirstProbe = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan LongestProbe = TimeSpan.FromMinutes(5);

    private volatile IReadOnlyList<ProviderGate> _closed = [];

    public bool AllAreOpen => _closed.Count == 0;

    public static string OfModel(string model) => $"model:{model}";

    public void Learn(IReadOnlyList<ProviderGate> closed) => _closed = closed;

    /// <summary>What keeps a prediction of this model from being created; null when nothing does.</summary>
    public ProviderGate? StopsCreate(string model) => Find(Provider) ?? Find(OfModel(model));

    /// <summary>What keeps everything from being asked.</summary>
    public ProviderGate? StopsReads() => Find(Provider) is { } gate && GateReasons.StopsReads(gate.Reason) ? gate : null;

    public async Task CloseAsync(string name, string reason, string detail, CancellationToken cancellationToken)
    {
        if (Find(name)?.Reason == reason)
        {
            return;
        }

        var now = Now();
        var gate = new ProviderGate
        {
            Name = name,
            ClosedAt = now,
            Reason = reason,
            Detail = Redaction.Of(detail),
            NextProbeAt = now + FirstProbe,
        };
        if (await InStoreAsync(store => store.CloseAsync(gate, cancellationToken), cancellationToken))
        {
            Log.Closed(logger, name, reason, gate.Detail);
        }
    }

    /// <summary>
    /// Whether this caller is the one to find out if the reason is gone. Asked in the database, for only one may be.
    /// </summary>
    public async Task<bool> TakeProbeAsync(ProviderGate gate, CancellationToken cancellationToken)
    {
        var now = Now();
        return gate.NextProbeAt <= now && await InStoreAsync(
            store => store.TakeProbeAsync(gate, now + BetweenProbes(gate.Probes + 1), cancellationToken), cancellationToken);
    }

    public async Task OpenAsync(ProviderGate gate, CancellationToken cancellationToken)
    {
        if (await InStoreAsync(store => store.OpenAsync(gate, cancellationToken), cancellationToken))
        {
            Log.Opened(logger, gate.Name, gate.Reason, gate.ClosedAt);
        }
    }

    public void NoteProbe(ProviderGate gate, ReplicateException error)
        => Log.StillClosed(logger, gate.Name, gate.Reason, error.Message);

    public async Task KeepClosedAsync(
        string name, string? why, string who, CancellationToken cancellationToken, OperatorOrder? order = null)
    {
        var gate = new ProviderGate
        {
            Name = name,
            ClosedAt = Now(),
            Reason = GateReasons.Operator,
            Detail = why is null ? null : Redaction.Of(why),
            ClosedBy = who,
        };
        await InStoreAsync(
            async store =>
            {
                await store.KeepClosedAsync(gate, cancellationToken);
                return true;
            },
            cancellationToken,
            order);
        Log.Closed(logger, name, gate.Reason, gate.Detail);
    }

    public async Task OpenByOperatorAsync(
        string name, CancellationToken cancellationToken, OperatorOrder? order = null)
    {
        if (await InStoreAsync(store => store.OpenAnyhowAsync(name, cancellationToken), cancellationToken, order))
        {
            Log.OpenedByOperator(logger, name);
        }
    }

    private static TimeSpan BetweenProbes(int probes)
        => TimeSpan.FromSeconds(Math.Min(
            FirstProbe.TotalSeconds * Math.Pow(2, Math.Min(probes, 10)), LongestProbe.TotalSeconds));

    private ProviderGate? Find(string name) => _closed.FirstOrDefault(gate => gate.Name == name);

    /// <summary>Cut to what both databases keep, so that a stored time equals the one it was made of.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    private async Task<bool> InStoreAsync(
        Func<GateStore, Task<bool>> change, CancellationToken cancellationToken, OperatorOrder? order = null)
    {
        await using var scope = scopes.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<GateStore>();
        var isChanged = order is null
            ? await change(store)
            : await scope.ServiceProvider.GetRequiredService<OperatorAudit>().DoAsync(
                order,
                () => change(store),
                changed => changed ? OperatorAction.Done : OperatorAction.Unchanged,
                cancellationToken);
        Learn(await store.ListAsync(cancellationToken));
        return isChanged;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The gate {Gate} is closed: {Reason}. {Detail} Its scenes wait; none of them fails for it before its deadline.")]
        public static partial void Closed(ILogger logger, string gate, string reason, string? detail);

        [LoggerMessage(2, LogLevel.Information, "The gate {Gate} is open again; it was closed for {Reason} since {ClosedAt:O}.")]
        public static partial void Opened(ILogger logger, string gate, string reason, DateTimeOffset closedAt);

        [LoggerMessage(4, LogLevel.Information, "The gate {Gate}, closed for {Reason}, was tried: {Answer}")]
        public static partial void StillClosed(ILogger logger, string gate, string reason, string answer);

        [LoggerMessage(3, LogLevel.Information, "The operator opened the gate {Gate}.")]
        public static partial void OpenedByOperator(ILogger logger, string gate);
    }
}
