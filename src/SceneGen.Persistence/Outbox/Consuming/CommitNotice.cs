using MassTransit;

namespace SceneGen.Persistence.Outbox.Consuming;

/// <summary>For what must not happen twice when a message is handled twice, such as counting it.</summary>
public static class CommitNotice
{
    /// <summary>
    /// Runs when what the message did is committed, and not at all when it is not. Without a unit of work, runs at once.
    /// </summary>
    /// <param name="context">The message that is being consumed.</param>
    /// <param name="action">What is to be done; short, and it does not throw.</param>
    public static void AfterCommit(this ConsumeContext context, Action action)
    {
        if (context.TryGetPayload<IOutboxUnitContext>(out var found))
        {
            found.Unit.AfterCommit(action);
        }
        else
        {
            action();
        }
    }
}
