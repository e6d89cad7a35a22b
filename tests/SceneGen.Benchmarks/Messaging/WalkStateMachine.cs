using MassTransit;

namespace SceneGen.Benchmarks.Messaging;

/// <summary>Each message updates the saga, moves its timer and says the next one.</summary>
public sealed class WalkStateMachine : MassTransitStateMachine<Walk>
{
    public const string Queue = "walks";

    private static readonly Uri Walks = new($"exchange:{Queue}");

    public WalkStateMachine(Finish finish)
    {
        InstanceState(walk => walk.CurrentState);
        Event(() => TakeStep, e => e.CorrelateById(c => c.Message.WalkId));
        Schedule(() => Overdue, walk => walk.OverdueToken, s =>
        {
            s.Delay = TimeSpan.FromDays(1);
            s.Received = e => e.CorrelateById(c => c.Message.WalkId);
        });

        Initially(Step(When(TakeStep), finish).TransitionTo(Walking));
        During(Walking, Step(When(TakeStep), finish), Ignore(Overdue!.Received));
    }

    public State Walking { get; private set; } = null!;

    public Event<TakeStep> TakeStep { get; private set; } = null!;

    public Schedule<Walk, StepOverdue> Overdue { get; private set; } = null!;

    private EventActivityBinder<Walk, TakeStep> Step(EventActivityBinder<Walk, TakeStep> binder, Finish finish)
        => binder
            .Then(context => context.Saga.Steps++)
            .Schedule(Overdue, context => new StepOverdue { WalkId = context.Saga.CorrelationId })
            .If(context => context.Message.Number == context.Message.Last, last => last.Then(_ => finish.Reach()))
            .If(context => context.Message.Number < context.Message.Last, walks => walks.ThenAsync(SayNextAsync));

    private static Task SayNextAsync(BehaviorContext<Walk, TakeStep> context)
    {
        var next = context.Message with { Number = context.Message.Number + 1 };
        return next.IsPublished ? context.Publish(next) : context.Send(Walks, next);
    }
}
