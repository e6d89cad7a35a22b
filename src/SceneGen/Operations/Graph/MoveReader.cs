using MassTransit;
using MassTransit.SagaStateMachine;
using SceneGen.Scenes;

namespace SceneGen.Operations.Graph;

/// <summary>
/// Which event moves a scene from which state to which. The core's graph has one vertex an event, whatever the state: by
/// it every state that knows an event would seem to go wherever any of them goes.
/// </summary>
internal sealed class MoveReader : StateMachineVisitor
{
    private string _state = "";
    private string _event = "";

    public List<(string From, string Event, string To)> Moves { get; } = [];

    public void Visit(State state, Action<State> next)
    {
        _state = state.Name;
        next(state);
    }

    public void Visit(Event @event, Action<Event> next)
    {
        _event = @event.Name;
        next(@event);
    }

    public void Visit<TMessage>(Event<TMessage> @event, Action<Event<TMessage>> next)
        where TMessage : class
    {
        _event = @event.Name;
        next(@event);
    }

    public void Visit(IStateMachineActivity activity) => Note(activity);

    public void Visit(IStateMachineActivity activity, Action<IStateMachineActivity> next)
    {
        Note(activity);
        next(activity);
    }

    public void Visit<T>(IBehavior<T> behavior)
        where T : class, SagaStateMachineInstance
    {
        // What a behavior does is in its activities.
    }

    public void Visit<T>(IBehavior<T> behavior, Action<IBehavior<T>> next)
        where T : class, SagaStateMachineInstance
        => next(behavior);

    public void Visit<T, TMessage>(IBehavior<T, TMessage> behavior)
        where T : class, SagaStateMachineInstance
        where TMessage : class
    {
        // As above.
    }

    public void Visit<T, TMessage>(IBehavior<T, TMessage> behavior, Action<IBehavior<T, TMessage>> next)
        where T : class, SagaStateMachineInstance
        where TMessage : class
        => next(behavior);

    private void Note(IStateMachineActivity activity)
    {
        if (activity is TransitionActivity<SceneState> transition)
        {
            Moves.Add((_state, _event, transition.ToState.Name));
        }
    }
}
