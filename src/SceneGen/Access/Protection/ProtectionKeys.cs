using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;

namespace SceneGen.Access.Protection;

/// <summary>
/// Keeps the keys that sessions are signed with in the database, so that every instance has the same and a restart keeps
/// them. ASP.NET reads them again once a day, and makes the next one two days before it is needed.
/// </summary>
internal sealed class ProtectionKeys(IServiceScopeFactory scopes, TimeProvider time) : IXmlRepository
{
    private volatile int _newest;

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var rows = DatabaseIn(scope).ProtectionKeys.AsNoTracking().OrderBy(key => key.Number).ToList();
        _newest = rows.Count > 0 ? rows[^1].Number : 0;
        return rows.ConvertAll(row => XElement.Parse(row.Xml));
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var database = DatabaseIn(scope);
        var number = _newest + 1;
        database.Add(new ProtectionKey
        {
            Number = number,
            Xml = element.ToString(SaveOptions.DisableFormatting),
            AddedAt = time.GetUtcNow(),
        });
        try
        {
            database.SaveChanges();
        }
        catch (DbUpdateException)
        {
            // Another instance made one at the same moment, which is read next.
            if (!database.ProtectionKeys.AsNoTracking().Any(key => key.Number == number))
            {
                throw;
            }
        }
    }

    private static SceneDbContext DatabaseIn(IServiceScope scope) => scope.ServiceProvider.GetRequiredService<SceneDbContext>();
}
