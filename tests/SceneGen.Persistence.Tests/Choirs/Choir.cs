using MassTransit;

namespace SceneGen.Persistence.Tests.Choirs;

public sealed class Choir : SagaStateMachineInstance, ISagaVersion
{
    public Guid CorrelationId { get; set; }

    public int Version { get; set; }

    public string CurrentState { get; set; } = "";

    /// <summary>One bit a voice, kept by the composite event.</summary>
    public int Heard { get; set; }

    public int Songs { get; set; }
}
