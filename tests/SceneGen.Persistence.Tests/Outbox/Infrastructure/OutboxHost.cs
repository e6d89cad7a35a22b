using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SceneGen.Persistence.Outbox;

namespace SceneGen.Persistence.Tests.Outbox.Infrastructure;

/// <summary>One process of a service: a bus and an outbox over the test's database.</summary>
public sealed class OutboxHost(IHost host) : IAsyncDisposable
{
    private bool _isStarted;
    private bool _isStopped;

    public IBus Bus => Services.GetRequiredService<IBus>();

    public IServiceProvider Services => host.Services;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task StartAsync()
    {
        await host.StartAsync(CancellationToken.None);
        _isStarted = true;
    }

    public async Task StopAsync()
    {
        _isStopped = true;
        await host.StopAsync(CancellationToken.None);
    }

    public async Task<T> UseAsync<T>(Func<ShopDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<ShopDbContext>());
    }

    public Task<List<OutboxMessage>> RowsAsync()
        => UseAsync(shop => shop.Outbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync(Stop));

    public Task<int> NotesAsync(string text)
        => UseAsync(shop => shop.Notes.CountAsync(note => note.Text == text, Stop));

    public Task<Cart?> CartAsync(Guid id)
        => UseAsync(shop => shop.Carts.AsNoTracking().SingleOrDefaultAsync(cart => cart.CorrelationId == id, Stop));

    public async Task ScheduleAsync<T>(DateTime due, params T[] messages)
        where T : class
    {
        await using var scope = Services.CreateAsyncScope();
        var scheduler = scope.ServiceProvider.GetRequiredService<IMessageScheduler>();
        foreach (var message in messages)
        {
            await scheduler.SchedulePublish(due, message, Stop);
        }

        await scope.ServiceProvider.GetRequiredService<ShopDbContext>().SaveChangesAsync(Stop);
    }

    /// <summary>What a request does that consumes no message.</summary>
    public async Task RequestAsync(Func<IServiceProvider, ShopDbContext, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ShopDbContext>());
    }

    public Task<int> AddRowsAsync(params OutboxMessage[] rows)
        => UseAsync(shop =>
        {
            shop.Outbox.AddRange(rows);
            return shop.SaveChangesAsync(Stop);
        });

    public async ValueTask DisposeAsync()
    {
        if (_isStarted && !_isStopped)
        {
            await StopAsync();
        }

        await ((IAsyncDisposable)host).DisposeAsync();
    }
}
