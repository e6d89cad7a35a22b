using SceneGen.Operations.DeadLetters.Broker;

namespace SceneGen.Operations.DeadLetters;

/// <summary>All that was given up, wherever it lies.</summary>
internal sealed class DeadLetterBox(ParkedLetters parked, BrokerDesk broker)
{
    public bool HasBroker => broker.HasBroker;

    /// <summary>The newest first.</summary>
    public async Task<DeadLetterLook> ListAsync(DeadLetterChoice choice, CancellationToken cancellationToken)
    {
        var rows = await parked.ListAsync(choice, cancellationToken);
        var messages = broker.HasBroker && choice.Queue is not ParkedLetters.Queue
            ? await broker.LookAsync(choice, cancellationToken)
            : new DeadLetterLook([], 0);
        return new DeadLetterLook(
            [
                .. messages.Letters.Concat(rows.Letters)
                    .OrderByDescending(letter => letter.At)
                    .ThenBy(letter => letter.Id, StringComparer.Ordinal),
            ],
            messages.Beyond + rows.Beyond);
    }

    public async Task<DeadLetterReport> ReplayAsync(
        DeadLetterChoice choice, bool dryRun, DeadLetterPace pace, CancellationToken cancellationToken)
        => (await broker.ReplayAsync(choice, dryRun, pace, cancellationToken))
            .And(await parked.ReplayAsync(choice, dryRun, pace, cancellationToken));

    public async Task<DeadLetterReport> DiscardAsync(DeadLetterChoice choice, CancellationToken cancellationToken)
        => (await broker.DiscardAsync(choice, cancellationToken)).And(await parked.DiscardAsync(choice, cancellationToken));
}
