using MassTransit;

namespace SceneGen.Benchmarks.Messaging;

/// <summary>A saga that only ever takes its next step.</summary>
public sealed class Walk : SagaStateMachineInstance, ISagaVersion
{
    public Guid CorrelationId { get; set; }

    public int Version { get; set; }

    public string CurrentState { get; set; } = "";

    public int Steps { get; set; }

    public Guid? OverdueToken { get; set; }
}
