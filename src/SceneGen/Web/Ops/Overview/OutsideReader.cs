using SceneGen.Generation.Gates;
using SceneGen.Messaging.Broker;
using SceneGen.Scenes.Outputs;

namespace SceneGen.Web.Ops.Overview;

/// <summary>How the service stands with what is around it: the provider, the broker and the store.</summary>
internal sealed class OutsideReader(
    GateStore gates, ProviderReader provider, ErrorQueueCounts broker, UnstoredOutputs outputs)
{
    private const int MostNamed = 5;

    private static readonly Dictionary<string, long> None = new(StringComparer.Ordinal);

    public async Task<IReadOnlyList<GateResource>> ListGatesAsync(CancellationToken cancellationToken)
        => (await gates.ListAsync(cancellationToken)).ConvertAll(GateResource.Closed);

    public Task<ProviderResource> ReadProviderAsync(CancellationToken cancellationToken) => provider.ReadAsync(cancellationToken);

    public async Task<OverviewResource.OutputCounts> CountOutputsAsync(CancellationToken cancellationToken)
        => new(await outputs.CountUrgentAsync(cancellationToken), await outputs.ListAsync(MostNamed, cancellationToken));

    public async Task<OverviewResource.DeadLetterCounts> CountDeadLettersAsync(CancellationToken cancellationToken)
    {
        if (!broker.HasBroker)
        {
            return new("none", None);
        }

        try
        {
            return new("reachable", await broker.CountAsync(cancellationToken));
        }
        catch (BrokerUnavailableException)
        {
            return new("away", None);
        }
    }
}
