using Microsoft.EntityFrameworkCore;

namespace SceneGen.Data;

/// <summary>Rows that are added by one statement, or not at all.</summary>
internal static class ConditionalRows
{
    /// <summary>
    /// False where a row of the same key is there already, or the condition, if there is one, does not hold. Any failure
    /// is the database's. The row is not tracked.
    /// </summary>
    public static async Task<bool> TryInsertAsync<T>(
        this SceneDbContext database, T row, FormattableString? condition, CancellationToken cancellationToken)
        where T : class
    {
        var type = database.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().ToList();
        var given = (condition?.GetArguments() ?? []).Cast<object>().ToList();
        await using var command = database.Database.GetDbConnection().CreateCommand();

        // As the model keeps each: parameters that are only values are not converted, and a null of them has no type.
        var values = columns.Select((column, index) => column.GetRelationalTypeMapping().CreateParameter(
            command, $"c{index}", column.PropertyInfo!.GetValue(row), column.IsNullable));
        var sql = $"""
            INSERT INTO {type.GetTableName()} ({string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))})
            SELECT {string.Join(", ", columns.Select((_, index) => $"{{{given.Count + index}}}"))}
            WHERE {condition?.Format ?? "1 = 1"}
            ON CONFLICT DO NOTHING
            """;
        return await database.Database.ExecuteSqlRawAsync(sql, [.. given, .. values], cancellationToken) == 1;
    }
}
