using MassTransit;

namespace SceneGen.Persistence.Tests.Choirs;

/// <summary>Four voices in any order make one song.</summary>
public sealed class ChoirStateMachine : MassTransitStateMachine<Choir>
{
    public ChoirStateMachine()
    {
        InstanceState(choir => choir.CurrentState);
        Event(() => Bass, e => e.CorrelateById(c => c.Message.ChoirId));
        Event(() => Tenor, e => e.CorrelateById(c => c.Message.ChoirId));
        Event(() => Alto, e => e.CorrelateById(c => c.Message.ChoirId));
        Event(() => Soprano, e => e.CorrelateById(c => c.Message.ChoirId));

        Initially(
            When(Bass).TransitionTo(Singing),
            When(Tenor).TransitionTo(Singing),
            When(Alto).TransitionTo(Singing),
            When(Soprano).TransitionTo(Singing));
        During(Singing, Ignore(Bass), Ignore(Tenor), Ignore(Alto), Ignore(Soprano));
        CompositeEvent(
            () => All, choir => choir.Heard, CompositeEventOptions.IncludeInitial, Bass, Tenor, Alto, Soprano);
        DuringAny(When(All).Then(c => c.Saga.Songs++).Publish(c => new ChoirSung(c.Saga.CorrelationId)));
    }

    public State Singing { get; private set; } = null!;
    public Event<BassSung> Bass { get; private set; } = null!;
    public Event<TenorSung> Tenor { get; private set; } = null!;
    public Event<AltoSung> Alto { get; private set; } = null!;
    public Event<SopranoSung> Soprano { get; private set; } = null!;
    public Event All { get; private set; } = null!;
}
