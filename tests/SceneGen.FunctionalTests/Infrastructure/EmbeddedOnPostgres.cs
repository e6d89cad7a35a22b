using SceneGen.Tests.Databases;

namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>The same run with PostgreSQL as its database.</summary>
public sealed class EmbeddedOnPostgres : Embedded
{
    private readonly PostgresDatabase _database;

    public EmbeddedOnPostgres()
        : this(new PostgresDatabase())
    {
    }

    private EmbeddedOnPostgres(PostgresDatabase database)
        : base(("ConnectionStrings__Database", $"{database.ConnectionString};Password={Secrets.DatabasePassword}"))
        => _database = database;

    /// <summary>For whoever looks behind the service.</summary>
    public string Database => _database.ConnectionString;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
    }
}
