using MassTransit;
using MassTransit.Configuration;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace SceneGen.Persistence.Sagas;

/// <summary>Where a saga's rows live.</summary>
/// <typeparam name="TSaga">The saga.</typeparam>
public sealed class EntityFrameworkSagaRepositoryConfigurator<TSaga>
    where TSaga : class, ISagaVersion
{
    private readonly ISagaRepositoryRegistrationConfigurator<TSaga> _registration;

    internal EntityFrameworkSagaRepositoryConfigurator(ISagaRepositoryRegistrationConfigurator<TSaga> registration)
        => _registration = registration;

    /// <summary>Keeps the saga in a context that is registered already.</summary>
    /// <typeparam name="TDbContext">The context; the saga is part of its model.</typeparam>
    public void ExistingDbContext<TDbContext>()
        where TDbContext : DbContext
    {
        _registration.RegisterLoadSagaRepository<TSaga, SagaRepositoryContextFactory<TSaga, TDbContext>>();
        _registration.RegisterQuerySagaRepository<TSaga, SagaRepositoryContextFactory<TSaga, TDbContext>>();
        _registration.RegisterSagaRepository<
            TSaga, TDbContext, SagaConsumeContextFactory<TDbContext, TSaga>,
            SagaRepositoryContextFactory<TSaga, TDbContext>>();
    }
}
