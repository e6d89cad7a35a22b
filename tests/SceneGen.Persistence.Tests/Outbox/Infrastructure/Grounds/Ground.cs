using MassTransit;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;

/// <summary>What the hosts of one test stand on.</summary>
public abstract class Ground(TestDatabase database) : IAsyncDisposable
{
    public TestDatabase Database => database;

    /// <summary>Whether what a host left on the bus is there when the next one starts.</summary>
    public abstract bool BusKeepsMessages { get; }

    public virtual Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The bus calls <paramref name="finish"/> when its own settings are made.</summary>
    public abstract void UseBus(
        IBusRegistrationConfigurator bus, Action<IBusRegistrationContext, IBusFactoryConfigurator> finish);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return database.DisposeAsync();
    }
}
