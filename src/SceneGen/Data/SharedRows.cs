using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace SceneGen.Data;

/// <summary>Rows that several may want to add at the same moment, and that only one does.</summary>
internal static class SharedRows
{
    /// <summary>True for the one that added it; false where the same row is there already. It is tracked no longer.</summary>
    public static async Task<bool> TryAddAsync<T>(
        this SceneDbContext database, T row, Expression<Func<T, bool>> same, CancellationToken cancellationToken)
        where T : class
    {
        database.Add(row);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            // Not asked in a filter of the catch, for which a database that fails at this moment would say no: then this
            // error would pass for the row's, and its message for one that can never succeed.
            if (!await database.Set<T>().AsNoTracking().AnyAsync(same, cancellationToken))
            {
                throw;
            }

            return false;
        }
        finally
        {
            database.Entry(row).State = EntityState.Detached;
        }
    }
}
