using Microsoft.EntityFrameworkCore;

namespace SceneGen.Persistence.Outbox;

/// <summary>The one statement that EF Core cannot write: take rows and lease them in the same breath.</summary>
internal static class OutboxStatements
{
    public static string Take(DbContext database)
    {
        // Rows that another instance is taking at this moment are passed over, where the database can do that.
        var skip = database.Database.ProviderName?.Contains("Npgsql", StringComparison.Ordinal) is true
            ? " FOR UPDATE SKIP LOCKED"
            : "";
        return $$"""
            UPDATE outbox SET "VisibleAt" = {0}, "Deliveries" = "Deliveries" + 1
            WHERE "Id" IN (
                SELECT "Id" FROM outbox WHERE "VisibleAt" <= {1} AND "ParkedAt" IS NULL
                ORDER BY "VisibleAt", "Id" LIMIT {2}{{skip}})
            RETURNING *
            """;
    }
}
