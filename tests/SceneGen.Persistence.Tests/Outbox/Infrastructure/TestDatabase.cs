using Microsoft.EntityFrameworkCore;

namespace SceneGen.Persistence.Tests.Outbox.Infrastructure;

/// <summary>An empty database of one test's own.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public abstract void Use(DbContextOptionsBuilder options);

    public abstract Task PrepareAsync(DbContext database, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();
}
