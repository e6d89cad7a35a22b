using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SceneGen.Persistence.Sagas.Locking;

/// <summary>The statements that lock a saga's rows, in the names of the context's model.</summary>
internal sealed class PostgresLockStatements
{
    private PostgresLockStatements(string table, string id)
    {
        Table = table;
        LockOne = $"SELECT * FROM {table} WHERE {id} = {{0}} FOR UPDATE";
        LockMany = $"SELECT 1 FROM {table} WHERE {id} = ANY ({{0}}) ORDER BY {id} FOR UPDATE";
    }

    public string Table { get; }

    public string LockOne { get; }

    public string LockMany { get; }

    /// <summary>Made once a model.</summary>
    public static PostgresLockStatements For<TSaga>(DbContext database)
        where TSaga : class, ISaga
        => database.Model.GetOrAddRuntimeAnnotationValue(
            $"SceneGen:Lock:{typeof(TSaga).FullName}", Read<TSaga>, database);

    private static PostgresLockStatements Read<TSaga>(DbContext? database)
        where TSaga : class, ISaga
    {
        var entity = database!.Model.FindEntityType(typeof(TSaga))
            ?? throw new InvalidOperationException($"The context's model has no {typeof(TSaga).Name}.");
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)
            ?? throw new InvalidOperationException($"{typeof(TSaga).Name} is mapped to no table.");
        var id = entity.GetProperty(nameof(ISaga.CorrelationId)).GetColumnName(table)!;

        var sql = database.GetService<ISqlGenerationHelper>();
        return new PostgresLockStatements(sql.DelimitIdentifier(table.Name, table.Schema), sql.DelimitIdentifier(id));
    }
}
