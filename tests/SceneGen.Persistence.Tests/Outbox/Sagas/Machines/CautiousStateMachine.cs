using MassTransit;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Scheduling;

namespace SceneGen.Persistence.Tests.Outbox.Sagas.Machines;

/// <summary>Much goes wrong with it: some of it it catches, of some it hears later.</summary>
public sealed class CautiousStateMachine : MassTransitStateMachine<Cart>
{
    public CautiousStateMachine()
    {
        InstanceState(cart => cart.CurrentState);
        Event(() => Begun, e => e.CorrelateById(c => c.Message.Id));
        Event(() => Reminded, e => e.CorrelateById(c => c.Message.Id));
        Event(() => StepFailed, e => e.CorrelateById(c => c.Message.Message.Id));
        Event(() => Stepped, e =>
        {
            e.CorrelateById(c => c.Message.Id);
            e.OnMissingInstance(missing => missing.Fault());
        });
        Event(() => Ordered, e =>
        {
            e.CorrelateById(c => c.Message.Id);
            e.OnMissingInstance(missing => missing.ExecuteAsync(c => c.Publish(new CartGivenUp(c.Message.Id, -1))));
        });
        Initially(
            When(Begun).TransitionTo(Open),
            When(Reminded).Then(Fail).Catch<InvalidOperationException>(caught => caught
                .Publish(c => new CartGivenUp(c.Saga.CorrelationId, 0))
                .Finalize()));
        During(
            Open,
            When(Stepped).Publish(c => new CartGivenUp(c.Saga.CorrelationId, 0)).Then(Fail),
            When(StepFailed).TransitionTo(Warned));
        During(
            [Open, Warned],
            When(Ordered).Then(Fail).Catch<InvalidOperationException>(caught => caught
                .Publish(c => new CartGivenUp(c.Saga.CorrelationId, c.Saga.Items))
                .Finalize()));
        SetCompletedWhenFinalized();
    }

    public State Open { get; private set; } = null!;
    public State Warned { get; private set; } = null!;
    public Event<Begin> Begun { get; private set; } = null!;
    public Event<CartReminded> Reminded { get; private set; } = null!;
    public Event<Step> Stepped { get; private set; } = null!;
    public Event<Fault<Step>> StepFailed { get; private set; } = null!;
    public Event<CartOrdered> Ordered { get; private set; } = null!;

    private static void Fail<T>(BehaviorContext<Cart, T> context)
        where T : class
        => throw new InvalidOperationException("Never.");
}
