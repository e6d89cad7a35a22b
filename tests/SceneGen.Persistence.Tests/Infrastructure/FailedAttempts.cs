using MassTransit;

namespace SceneGen.Persistence.Tests.Infrastructure;

/// <summary>Counts the attempts that threw.</summary>
public sealed class FailedAttempts : IRetryObserver
{
    private int _count;

    public int Count => Volatile.Read(ref _count);

    public Task PostCreate<T>(RetryPolicyContext<T> context)
        where T : class, PipeContext
        => Task.CompletedTask;

    public Task PostFault<T>(RetryContext<T> context)
        where T : class, PipeContext
    {
        Interlocked.Increment(ref _count);
        return Task.CompletedTask;
    }

    public Task PreRetry<T>(RetryContext<T> context)
        where T : class, PipeContext
        => Task.CompletedTask;

    public Task RetryFault<T>(RetryContext<T> context)
        where T : class, PipeContext
        => Task.CompletedTask;

    public Task RetryComplete<T>(RetryContext<T> context)
        where T : class, PipeContext
        => Task.CompletedTask;
}
