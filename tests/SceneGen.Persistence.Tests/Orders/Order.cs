using MassTransit;

namespace SceneGen.Persistence.Tests.Orders;

/// <summary>A saga of the plainest kind: it counts.</summary>
public sealed class Order : SagaStateMachineInstance, ISagaVersion
{
    public Guid CorrelationId { get; set; }

    public int Version { get; set; }

    public string CurrentState { get; set; } = "";

    public string Customer { get; set; } = "";

    public int Lines { get; set; }
}
