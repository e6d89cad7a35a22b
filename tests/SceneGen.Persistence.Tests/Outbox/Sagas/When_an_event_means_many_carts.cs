using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Persistence.Sagas.Locking;
using SceneGen.Persistence.Tests.Outbox.Infrastructure;
using SceneGen.Persistence.Tests.Outbox.Infrastructure.Grounds;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests.Outbox.Sagas;

public sealed class When_an_event_means_many_carts() : OutboxSituation(new InMemory<PostgresSchema>())
{
    private static readonly Guid First = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Second = new("00000000-0000-0000-0000-000000000002");

    [Fact(Timeout = Timeout)]
    public async Task their_rows_are_locked_in_the_order_of_their_ids_however_they_lie()
    {
        var host = NewHost(_ => { });
        await AddAsync(host, Second);
        await AddAsync(host, First);
        await using var scope = host.Services.CreateAsyncScope();
        var other = scope.ServiceProvider.GetRequiredService<ShopDbContext>();
        await using var transaction = await other.Database.BeginTransactionAsync(Stop);
        await LockAsync(other, First);

        var found = host.UseAsync(FindAllAsync);
        await UntilAsync(async () => await WaitingAsync(other) == 1);

        // Who had taken the second one before it waited for the first would now make a deadlock.
        await LockAsync(other, Second);
        await transaction.CommitAsync(Stop);
        Assert.Equal([First, Second], await found);
    }

    private static Task<int> AddAsync(OutboxHost host, Guid id) => host.UseAsync(shop =>
    {
        shop.Carts.Add(new Cart { CorrelationId = id });
        return shop.SaveChangesAsync(Stop);
    });

    private static async Task<List<Guid>> FindAllAsync(ShopDbContext shop)
    {
        var locks = SagaLocks.Of(shop);
        await using var transaction = await locks.BeginAsync(shop, Stop);
        return await locks.FindAsync<Cart>(shop, _ => true, Stop);
    }

    private static Task<int> LockAsync(ShopDbContext shop, Guid id)
        => shop.Database.ExecuteSqlAsync(
            $"""SELECT 1 FROM "Carts" WHERE "CorrelationId" = {id} FOR UPDATE""", Stop);

    private static Task<int> WaitingAsync(ShopDbContext shop) => shop.Database
        .SqlQuery<int>(
            $"""
            SELECT count(*)::int AS "Value" FROM pg_locks
            WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))
            """)
        .SingleAsync(Stop);
}
