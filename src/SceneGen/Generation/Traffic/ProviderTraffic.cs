using System.Net;
using SceneGen.Generation.Gates;
using SceneGen.Generation.Traffic.Pacing;
using SceneGen.Generation.Traffic.Slices;
using SceneGen.Replicate;

namespace SceneGen.Generation.Traffic;

/// <summary>The only way to the provider: within the budget that all instances share, and through gates that are open.</summary>
internal sealed class ProviderTraffic(
    IServiceScopeFactory scopes, SliceLease lease, ProviderGates gates, CircuitBreaker breaker, TimeProvider time)
{
    private static readonly TimeSpan UntilCalm = TimeSpan.FromSeconds(10);

    /// <summary>How often a scene looks at a gate that only the operator opens.</summary>
    private static readonly TimeSpan UntilOpened = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan UntilTried = TimeSpan.FromSeconds(1);

    private int _creates;
    private int _reads;

    /// <summary>The calls that this instance is making at this moment.</summary>
    public (int Creates, int Reads) InFlight => (Volatile.Read(ref _creates), Volatile.Read(ref _reads));

    public async Task<Admission> EnterAsync(ProviderCall call, CancellationToken cancellationToken)
    {
        await lease.EnsureAsync(cancellationToken);
        if (StopOf(call) is { } gate && await gates.TakeProbeAsync(gate, cancellationToken))
        {
            if (!GateReasons.ShowsByAccount(gate.Reason))
            {
                PaceOf(call).TakeAnyhow(call.Ticket, time.GetUtcNow());
                return Admission.With(new TrafficPermit(this, call, gate));
            }

            await LookAtAccountAsync(gate, call.Ticket, cancellationToken);
        }

        if (StopOf(call) is { } stop)
        {
            return Admission.Later(WaitAt(stop, call), new TrafficStop(stop.Name, stop.Reason));
        }

        var wait = Take(call);
        if (wait is not null && await lease.GrowAsync(cancellationToken))
        {
            wait = Take(call);
        }

        return wait is { } later
            ? Admission.Later(later, TrafficStop.Budget)
            : Admission.With(new TrafficPermit(this, call, probed: null));
    }

    /// <summary>Pages that a list had beyond its first.</summary>
    public void ChargeReads(int calls) => lease.Reads.Charge(calls);

    internal async Task<T> MakeAsync<T>(TrafficPermit permit, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        Count(permit.Call, 1);
        try
        {
            var result = await work();
            await SucceedAsync(permit, cancellationToken);
            return result;
        }
        catch (ReplicateException error)
        {
            await FailAsync(permit, error, cancellationToken);
            throw;
        }
        finally
        {
            Count(permit.Call, -1);
        }
    }

    internal void GiveBack(TrafficPermit permit) => PaceOf(permit.Call).GiveBack();

    private ProviderGate? StopOf(ProviderCall call)
        => call.Model is { } model ? gates.StopsCreate(model) : gates.StopsReads();

    private Pace PaceOf(ProviderCall call) => call.IsCreate ? lease.Creates : lease.Reads;

    private TimeSpan WaitAt(ProviderGate gate, ProviderCall call)
    {
        var now = time.GetUtcNow();
        var opensAt = gate.NextProbeAt ?? now + UntilOpened;

        // The probe came due this very moment, or another instance's is not known yet.
        return PaceOf(call).Queue(call.Ticket, now, opensAt > now ? opensAt : now + UntilTried);
    }

    private TimeSpan? Take(ProviderCall call) => PaceOf(call).Take(call.Ticket, time.GetUtcNow());

    private void Count(ProviderCall call, int change)
    {
        if (call.IsCreate)
        {
            Interlocked.Add(ref _creates, change);
        }
        else
        {
            Interlocked.Add(ref _reads, change);
        }
    }

    private async Task SucceedAsync(TrafficPermit permit, CancellationToken cancellationToken)
    {
        breaker.Succeed(time.GetUtcNow());
        if (permit.Call.IsCreate)
        {
            lease.CountSuccess();
        }

        if (permit.Probed is { } gate)
        {
            await gates.OpenAsync(gate, cancellationToken);
        }
    }

    private async Task FailAsync(TrafficPermit permit, ReplicateException error, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (ProviderTrouble.IsOutage(error))
        {
            if (breaker.Fail(now))
            {
                await gates.CloseAsync(ProviderGates.Provider, GateReasons.ProviderDown, error.Message, cancellationToken);
            }

            return;
        }

        breaker.Succeed(now);
        if (error.Status is HttpStatusCode.TooManyRequests)
        {
            await SlowDownAsync(permit.Call, now + (error.RetryAfter ?? UntilCalm), error.LimitPerMinute, cancellationToken);
            return;
        }

        var trouble = ProviderTrouble.Of(error, permit.Call);
        if (permit.Probed is { } gate && (trouble?.Gate != gate.Name || trouble.Reason != gate.Reason))
        {
            await gates.OpenAsync(gate, cancellationToken);
        }

        if (trouble is not null)
        {
            await gates.CloseAsync(trouble.Gate, trouble.Reason, error.Message, cancellationToken);
        }
    }

    private Task SlowDownAsync(
        ProviderCall call, DateTimeOffset until, int? limitPerMinute, CancellationToken cancellationToken)
    {
        if (call.IsCreate)
        {
            return lease.ThrottleAsync(until, limitPerMinute, cancellationToken);
        }

        lease.Reads.PauseUntil(until);
        return Task.CompletedTask;
    }

    private async Task LookAtAccountAsync(ProviderGate gate, Ticket ticket, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var replicate = scope.ServiceProvider.GetRequiredService<IReplicateApi>();
        lease.Reads.TakeAnyhow(ticket, time.GetUtcNow());
        using var permit = new TrafficPermit(this, new ProviderCall(ticket), gate);
        try
        {
            await permit.UseAsync(() => replicate.GetAccountAsync(cancellationToken), cancellationToken);
        }
        catch (ReplicateException error)
        {
            // What it means for the gate is noted already; the caller's own turn comes later.
            gates.NoteProbe(gate, error);
        }
    }
}
