using MassTransit;
using MassTransit.Context;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Outbox;
using SceneGen.Persistence.Sagas.Locking;

namespace SceneGen.Persistence.Sagas;

/// <summary>One message's view of the repository: what it adds or changes is saved in one call.</summary>
internal sealed class SagaRepositoryMessageContext<TSaga, TDbContext, TMessage>(
    ConsumeContext<TMessage> context,
    TDbContext database,
    ISagaLock locks,
    ISagaConsumeContextFactory<TDbContext, TSaga> consumeContexts)
    : ConsumeContextScope<TMessage>(context, database), SagaRepositoryContext<TSaga, TMessage>
    where TSaga : class, ISagaVersion
    where TDbContext : DbContext
    where TMessage : class
{
    /// <summary>Whoever opened the unit of work saves it, once, when the saga is done.</summary>
    private readonly bool _isSavedByUnit = context.TryGetPayload<IOutboxUnitContext>(out _);

    public Task<SagaConsumeContext<TSaga, TMessage>> Add(TSaga instance)
        => CreateSagaConsumeContext(this, instance, SagaConsumeContextMode.Add);

    public async Task<SagaConsumeContext<TSaga, TMessage>> Insert(TSaga instance)
    {
        // The caller asks for the row that is there when it gets no context back.
        if (await locks.LoadAsync<TSaga>(database, instance.CorrelationId, CancellationToken) is not null)
        {
            return null!;
        }

        // Saved with what the message does: a row that went ahead would outlive an attempt that fails.
        database.Add(instance);
        return await CreateSagaConsumeContext(this, instance, SagaConsumeContextMode.Insert);
    }

    public async Task<SagaConsumeContext<TSaga, TMessage>> Load(Guid correlationId)
    {
        var instance = await locks.LoadAsync<TSaga>(database, correlationId, CancellationToken);

        // The core takes null for "there is no such saga"; its signature was written before nullable references.
        return instance is null
            ? null!
            : await CreateSagaConsumeContext(this, instance, SagaConsumeContextMode.Load);
    }

    public Task Save(SagaConsumeContext<TSaga> context)
    {
        database.Add(context.Saga);
        return SaveAsync();
    }

    public Task Update(SagaConsumeContext<TSaga> context)
    {
        // A message that was ignored costs no write.
        if (!database.ChangeTracker.HasChanges())
        {
            return Task.CompletedTask;
        }

        context.Saga.Version++;
        return SaveAsync();
    }

    public Task Delete(SagaConsumeContext<TSaga> context)
    {
        database.Remove(context.Saga);
        return SaveAsync();
    }

    public Task Discard(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task Undo(SagaConsumeContext<TSaga> context)
    {
        database.ChangeTracker.Clear();
        return Task.CompletedTask;
    }

    public Task<SagaConsumeContext<TSaga, T>> CreateSagaConsumeContext<T>(
        ConsumeContext<T> consumeContext, TSaga instance, SagaConsumeContextMode mode)
        where T : class
        => consumeContexts.CreateSagaConsumeContext(database, consumeContext, instance, mode);

    private Task SaveAsync() => _isSavedByUnit ? Task.CompletedTask : database.SaveChangesAsync(CancellationToken);
}
