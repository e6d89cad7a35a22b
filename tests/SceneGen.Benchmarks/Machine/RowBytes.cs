namespace SceneGen.Benchmarks.Machine;

internal static class RowBytes
{
    /// <summary>The mean row of a table with its header, and the pointer by which its page finds it.</summary>
    public static Task<double> OfAsync(ScratchDatabase database, string table, string condition = "true")
        => database.AskAsync<double>(
            $"SELECT coalesce(avg(pg_column_size(one.*) + 4), 0)::float8 FROM {table} one WHERE {condition}");
}
