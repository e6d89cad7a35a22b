using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Themes.Files;

namespace SceneGen.Themes.Life;

/// <summary>Remembers, for all instances and restarts, what each version of a theme said first.</summary>
internal sealed class ThemeLedger(SceneDbContext database, TimeProvider time)
{
    private const int Tries = 3;

    /// <summary>Enters the versions that are new. Returns those that said something else before.</summary>
    public async Task<IReadOnlyList<ThemeFault>> EnterAsync(
        IReadOnlyCollection<Theme> themes, CancellationToken cancellationToken)
    {
        for (var left = Tries - 1; ; left--)
        {
            var known = await FindAsync(themes, cancellationToken);
            if (await TryAddAsync(themes.Where(theme => !known.ContainsKey((theme.Id, theme.Version))), left, cancellationToken))
            {
                return
                [
                    .. themes
                        .Where(theme => known.TryGetValue((theme.Id, theme.Version), out var hash) && hash != theme.Hash)
                        .Select(theme => new ThemeFault(
                            $"{theme.Id}.yaml",
                            Line: 0,
                            $"says something else than version {theme.Version} of it did before: raise version.")),
                ];
            }
        }
    }

    private Task<Dictionary<(string, int), string>> FindAsync(
        IReadOnlyCollection<Theme> themes, CancellationToken cancellationToken)
    {
        var ids = themes.Select(theme => theme.Id).ToList();
        return database.ThemeVersions.AsNoTracking()
            .Where(version => ids.Contains(version.Id))
            .ToDictionaryAsync(version => (version.Id, version.Version), version => version.Hash, cancellationToken);
    }

    private async Task<bool> TryAddAsync(IEnumerable<Theme> themes, int left, CancellationToken cancellationToken)
    {
        var rows = themes.Select(theme => new ThemeVersion
        {
            Id = theme.Id,
            Version = theme.Version,
            Hash = theme.Hash,
            FirstSeenAt = time.GetUtcNow(),
        }).ToList();
        database.AddRange(rows);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException) when (left > 0)
        {
            // Another instance enters the same themes at this moment.
            return false;
        }
        finally
        {
            rows.ForEach(row => database.Entry(row).State = EntityState.Detached);
        }
    }
}
