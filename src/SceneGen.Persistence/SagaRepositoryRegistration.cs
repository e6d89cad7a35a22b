using MassTransit;
using SceneGen.Persistence.Sagas;

namespace SceneGen.Persistence;

/// <summary>Registration in the verbs of MassTransit's own Entity Framework package.</summary>
public static class SagaRepositoryRegistration
{
    /// <summary>Keeps the saga in a database through Entity Framework Core.</summary>
    /// <typeparam name="TSaga">The saga.</typeparam>
    /// <param name="registration">The saga's registration.</param>
    /// <param name="configure">Names the context.</param>
    public static ISagaRegistrationConfigurator<TSaga> EntityFrameworkRepository<TSaga>(
        this ISagaRegistrationConfigurator<TSaga> registration,
        Action<EntityFrameworkSagaRepositoryConfigurator<TSaga>> configure)
        where TSaga : class, ISagaVersion
        => registration.Repository(
            repository => configure(new EntityFrameworkSagaRepositoryConfigurator<TSaga>(repository)));
}
