using MassTransit;

namespace SceneGen.Persistence.Tests.Outbox.Infrastructure;

/// <summary>A saga with timers and a request under way.</summary>
public sealed class Cart : SagaStateMachineInstance, ISagaVersion
{
    public Guid CorrelationId { get; set; }

    public int Version { get; set; }

    public string CurrentState { get; set; } = "";

    public int Items { get; set; }

    public int Reminders { get; set; }

    public Guid? TimeoutToken { get; set; }

    public Guid? OtherTimeoutToken { get; set; }

    public Guid? RequestToken { get; set; }

    /// <summary>Where the answer goes that is given later.</summary>
    public Uri? Asker { get; set; }

    public Guid? AskedAs { get; set; }
}
