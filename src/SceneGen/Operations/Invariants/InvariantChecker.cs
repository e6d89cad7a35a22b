using System.Runtime.CompilerServices;

namespace SceneGen.Operations.Invariants;

/// <summary>
/// Holds the promises against what there is, while the service works or rests. What is merely under way looks broken at
/// one moment and not at the next: only what is found twice counts.
/// </summary>
internal sealed class InvariantChecker(IEnumerable<IInvariant> invariants, TimeProvider time)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<Verdict> CheckAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var invariant in invariants)
        {
            yield return await CheckAsync(invariant, cancellationToken);
        }
    }

    private async Task<Verdict> CheckAsync(IInvariant invariant, CancellationToken cancellationToken)
    {
        var first = await invariant.LookAsync(cancellationToken);
        if (first.Breaches.Count == 0)
        {
            return new Verdict(invariant.Name, first.Figures, []);
        }

        await Task.Delay(BetweenLooks, time, cancellationToken);
        var second = await invariant.LookAsync(cancellationToken);
        return new Verdict(invariant.Name, second.Figures, [.. second.Breaches.Intersect(first.Breaches)]);
    }
}
