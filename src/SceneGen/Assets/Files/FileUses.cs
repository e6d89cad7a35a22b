using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;

namespace SceneGen.Assets.Files;

/// <summary>
/// Which scene's attempt names which stored file. What is stored, named and released at the same moment meets at the
/// file's row: a row that is not released has its file, whoever put it there.
/// </summary>
internal sealed class FileUses(SceneDbContext database, TimeProvider time)
{
    private const string AddFile =
        """
        INSERT INTO stored_files ("Sha256", "Extension", "Bytes", "StoredAt", "Releases") VALUES ({0}, {1}, {2}, {3}, 0)
        ON CONFLICT ("Sha256") DO UPDATE SET "Bytes" = excluded."Bytes", "ReleasedAt" = NULL, "GoneAt" = NULL
        WHERE stored_files."ReleasedAt" IS NULL OR (stored_files."GoneAt" IS NOT NULL AND stored_files."Releases" = {4})
        """;

    private const string AddUse =
        """
        INSERT INTO scene_files ("SceneId", "Run", "Attempt", "Sha256", "AddedAt") VALUES ({0}, {1}, {2}, {3}, {4})
        ON CONFLICT ("SceneId", "Run", "Attempt", "Sha256") DO UPDATE SET "AddedAt" = excluded."AddedAt"
        """;

    public static readonly IReadOnlyDictionary<string, int> NoneGone = new Dictionary<string, int>();

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestRemoval = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Names files that are in the store, in the transaction that is open when this returns. False when one of them was
    /// released, and its removal may have taken away what was just put there: then nothing is named, and no transaction open.
    /// </summary>
    /// <param name="use">The attempt; each file's hash is filled in.</param>
    /// <param name="files">The files with their extensions.</param>
    /// <param name="gone">The releases whose removals were over before the files were put there, by hash.</param>
    /// <param name="cancellationToken">Ends the wait for the database.</param>
    public async Task<bool> TryAddAsync(
        FileUse use,
        IEnumerable<(StoredFile File, string Extension)> files,
        IReadOnlyDictionary<string, int> gone,
        CancellationToken cancellationToken)
    {
        var transaction = database.Database.CurrentTransaction
            ?? await database.Database.BeginTransactionAsync(cancellationToken);

        // One round trip, and in one order, so that two who name the same files do not wait for one another.
        var (sql, values, now) = (new StringBuilder(), new List<object>(), Stored(time.GetUtcNow()));
        var distinct = files.DistinctBy(one => one.File.Sha256).OrderBy(one => one.File.Sha256, StringComparer.Ordinal).ToList();
        foreach (var (file, extension) in distinct)
        {
            Add(AddFile, file.Sha256, extension, file.Bytes, now, gone.GetValueOrDefault(file.Sha256, -1));
            Add(AddUse, use.SceneId, use.Run, use.Attempt, file.Sha256, now);
        }

        // Each adds or touches its row, except for a file that is released.
        if (await database.Database.ExecuteSqlRawAsync(sql.ToString(), values, cancellationToken) == values.Count / 5)
        {
            return true;
        }

        await transaction.RollbackAsync(cancellationToken);
        await transaction.DisposeAsync();
        return false;

        void Add(string statement, params object[] five)
        {
            var numbers = Enumerable.Range(values.Count, five.Length).Select(number => (object)$"{{{number}}}");
            sql.AppendFormat(CultureInfo.InvariantCulture, statement, [.. numbers]).AppendLine(";");
            values.AddRange(five);
        }
    }

    /// <summary>Waits until those of the files that were released have been removed, and says which releases those were.</summary>
    public async Task<IReadOnlyDictionary<string, int>> WhenGoneAsync(
        IReadOnlyCollection<string> hashes, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + LongestRemoval;
        while (time.GetUtcNow() < end)
        {
            var released = await database.KeptFiles.AsNoTracking()
                .Where(file => hashes.Contains(file.Sha256) && file.ReleasedAt != null)
                .ToListAsync(cancellationToken);
            if (released.TrueForAll(file => file.GoneAt is not null))
            {
                return released.ToDictionary(file => file.Sha256, file => file.Releases, StringComparer.Ordinal);
            }

            await Task.Delay(BetweenLooks, time, cancellationToken);
        }

        throw new IOException("A file of the same bytes is being removed; the picture is stored again when it is gone.");
    }

    /// <summary>
    /// Takes back what attempts named, and releases the files that nothing names any more: in the transaction that is open,
    /// which the caller commits before the files go.
    /// </summary>
    public async Task<IReadOnlyList<ReleasedFile>> ReleaseAsync(
        IQueryable<FileUse> uses, IEnumerable<string> hashes, CancellationToken cancellationToken)
    {
        // First the rows' locks, in the order in which files are named; what follows sees whatever was named until then.
        var sorted = hashes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var sha256 in sorted)
        {
            await Kept(sha256).ExecuteUpdateAsync(
                set => set.SetProperty(file => file.StoredAt, file => file.StoredAt), cancellationToken);
        }

        await uses.ExecuteDeleteAsync(cancellationToken);
        var (released, now) = (new List<ReleasedFile>(), time.GetUtcNow());
        foreach (var sha256 in sorted)
        {
            if (await Kept(sha256)
                .Where(file => !database.FileUses.Any(use => use.Sha256 == file.Sha256))
                .ExecuteUpdateAsync(
                    set => set
                        .SetProperty(file => file.ReleasedAt, now)
                        .SetProperty(file => file.Releases, file => file.Releases + 1),
                    cancellationToken) == 1)
            {
                released.Add(await database.KeptFiles
                    .Where(file => file.Sha256 == sha256)
                    .Select(file => new ReleasedFile(file.Sha256, file.Extension, file.Releases))
                    .SingleAsync(cancellationToken));
            }
        }

        return released;
    }

    private IQueryable<KeptFile> Kept(string sha256)
        => database.KeptFiles.Where(file => file.Sha256 == sha256 && file.ReleasedAt == null);

    /// <summary>As the model keeps it; parameters of raw SQL are not converted.</summary>
    private object Stored(DateTimeOffset at) => database.Database.IsSqlite() ? at.UtcTicks : at.ToUniversalTime();
}
