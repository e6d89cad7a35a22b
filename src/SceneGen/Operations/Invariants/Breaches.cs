using Microsoft.EntityFrameworkCore;

namespace SceneGen.Operations.Invariants;

/// <summary>What breaks a promise, found by the database: of many the first, so that nobody holds a million in memory.</summary>
internal sealed class Breaches(CancellationToken cancellationToken)
{
    private const int MostSeen = 1000;

    private readonly List<string> _found = [];

    public async Task AddAsync<T>(IQueryable<T> offenders, Func<T, string> say)
        => _found.AddRange((await offenders.Take(MostSeen).ToListAsync(cancellationToken)).Select(say));

    public void Add(string breach)
    {
        if (_found.Count < MostSeen)
        {
            _found.Add(breach);
        }
    }

    public Finding With(string figures) => new(figures, _found);
}
