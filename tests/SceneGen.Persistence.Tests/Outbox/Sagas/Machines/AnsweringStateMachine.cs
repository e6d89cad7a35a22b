using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Scheduling;

namespace SceneGen.Persistence.Tests.Outbox.Sagas.Machines;

/// <summary>It keeps who asked, and answers a minute later.</summary>
public sealed class AnsweringStateMachine : MassTransitStateMachine<Cart>
{
    public AnsweringStateMachine()
    {
        InstanceState(cart => cart.CurrentState);
        Event(() => Asked, e => e.CorrelateById(c => c.Message.Id));
        Schedule(() => Thinking, cart => cart.TimeoutToken, schedule =>
        {
            schedule.Delay = TimeSpan.FromMinutes(1);
            schedule.Received = e => e.CorrelateById(c => c.Message.Id);
        });
        Initially(When(Asked)
            .Then(c => (c.Saga.Asker, c.Saga.AskedAs) = (c.ResponseAddress, c.RequestId))
            .Schedule(Thinking, c => new CartReminded(c.Saga.CorrelationId))
            .TransitionTo(Waiting));
        During(Waiting, When(Thinking.Received)
            .Send(
                c => c.Saga.Asker!,
                c => new Step(c.Saga.CorrelationId, 42),
                (c, answer) => answer.RequestId = c.Saga.AskedAs)
            .Finalize());
        SetCompletedWhenFinalized();
    }

    public State Waiting { get; private set; } = null!;
    public Event<Begin> Asked { get; private set; } = null!;
    public Schedule<Cart, CartReminded> Thinking { get; private set; } = null!;
}
