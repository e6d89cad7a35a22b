using SceneGen.Generation.Gates;
using SceneGen.Operations.Audit;
using SceneGen.Replicate.Models;

namespace SceneGen.Web.Ops;

/// <summary>Carries out what an operator wants of the gates.</summary>
internal sealed class GateDesk(ProviderGates gates, GateStore store, ModelLibrary models)
{
    private const string ByOperator = "operator";

    public async Task<List<GateResource>> ListAsync(CancellationToken cancellationToken)
    {
        var closed = await store.ListAsync(cancellationToken);
        var open = models.Ids.Select(ProviderGates.OfModel)
            .Prepend(ProviderGates.Provider)
            .Except(closed.Select(gate => gate.Name))
            .Select(GateResource.Open);
        return [.. closed.Select(GateResource.Closed), .. open];
    }

    /// <summary>Null where there is no gate of the name that the order is about; the same for closing.</summary>
    public Task<GateResource?> OpenAsync(OperatorOrder order, CancellationToken cancellationToken)
        => ChangeAsync(
            order.TargetId!, gate => gates.OpenByOperatorAsync(gate, cancellationToken, order), cancellationToken);

    public Task<GateResource?> CloseAsync(OperatorOrder order, CancellationToken cancellationToken)
        => ChangeAsync(
            order.TargetId!,
            gate => gates.KeepClosedAsync(gate, order.Reason, ByOperator, cancellationToken, order),
            cancellationToken);

    private async Task<GateResource?> ChangeAsync(
        string name, Func<string, Task> change, CancellationToken cancellationToken)
    {
        if (!(await ListAsync(cancellationToken)).Exists(gate => gate.Name == name))
        {
            return null;
        }

        await change(name);

        // A model's gate that is open again may be one that no model has any more.
        return (await ListAsync(cancellationToken)).Find(gate => gate.Name == name) ?? GateResource.Open(name);
    }
}
