using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace SceneGen.Data;

/// <summary>
/// Which errors come from the database. Entity Framework wraps what may pass by itself, such as a refused connection, and
/// a saga wraps what it meets.
/// </summary>
internal static class DatabaseFault
{
    /// <summary>The class of states in which a server ends sessions or does not accept them yet.</summary>
    private const string OperatorIntervention = "57P";

    public static bool IsOne(Exception? error)
        => error is DbException or DbUpdateException || (error?.InnerException is { } inner && IsOne(inner));

    /// <summary>The same again may succeed when the database is back.</summary>
    public static bool IsPassing(Exception? error)
        => (error is DbException fault
            && (fault.IsTransient || fault.SqlState?.StartsWith(OperatorIntervention, StringComparison.Ordinal) is true))
            || (error?.InnerException is { } inner && IsPassing(inner));
}
