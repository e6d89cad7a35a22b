using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Outbox.Sagas.Machines;

/// <summary>It sends itself on to its end; when it is told to stumble, its first attempt fails after that.</summary>
public sealed class RelayStateMachine : MassTransitStateMachine<Cart>
{
    public const string Stumbles = "Stumbles";

    public RelayStateMachine(Witness witness)
    {
        InstanceState(cart => cart.CurrentState);
        Event(() => Begun, e => e.CorrelateById(c => c.Message.Id));
        Event(() => Stepped, e => e.CorrelateById(c => c.Message.Id));
        Initially(When(Begun)
            .Then(c => witness.Saw(c.Message))
            .Send(c => c.ReceiveContext.InputAddress, c => new Step(c.Saga.CorrelationId, c.GetRetryAttempt()))
            .If(
                c => c.Headers.Get<bool>(Stumbles) is true && c.GetRetryAttempt() == 0,
                stumbles => stumbles.Then(_ => throw new InvalidOperationException("Not yet.")))
            .TransitionTo(Open));
        During(Open, When(Stepped).Then(c => c.Saga.Items = c.Message.Number).TransitionTo(Verified));
    }

    public State Open { get; private set; } = null!;
    public State Verified { get; private set; } = null!;
    public Event<Begin> Begun { get; private set; } = null!;
    public Event<Step> Stepped { get; private set; } = null!;
}
