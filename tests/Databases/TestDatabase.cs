using Microsoft.EntityFrameworkCore;

namespace SceneGen.Tests.Databases;

/// <summary>A database of a test's own. Who uses it makes it; it is gone with this object.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>As in ConnectionStrings:Database.</summary>
    public abstract string ConnectionString { get; }

    public abstract void Use(DbContextOptionsBuilder options);

    public abstract ValueTask DisposeAsync();
}
