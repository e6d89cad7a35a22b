using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;

namespace SceneGen.Persistence.Tests.Outbox.Delivery;

/// <summary>A database that cannot be reached for a while; says when somebody tried.</summary>
public sealed class DatabaseAway(TimeProvider time, Witness witness) : DbConnectionInterceptor
{
    public bool IsAway { get; set; }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default)
    {
        if (!IsAway)
        {
            return ValueTask.FromResult(result);
        }

        witness.Saw(time.GetUtcNow());
        throw new TimeoutException("The database does not answer.");
    }
}
