using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SceneGen.Persistence.Outbox;

namespace SceneGen.Persistence.Tests.Outbox.Infrastructure;

/// <summary>Carts, what consumers noted, and the outbox.</summary>
public sealed class ShopDbContext(DbContextOptions<ShopDbContext> options) : DbContext(options)
{
    public DbSet<Cart> Carts => Set<Cart>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddOutbox();
        modelBuilder.Entity<Cart>().HasKey(cart => cart.CorrelationId);
        modelBuilder.Entity<Cart>().Property(cart => cart.CorrelationId).ValueGeneratedNever();
        modelBuilder.Entity<Cart>().Property(cart => cart.Version).IsConcurrencyToken();
        modelBuilder.Entity<Note>().HasIndex(note => note.Unique).IsUnique();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Ticks>();
        }
    }

    private sealed class Ticks() : ValueConverter<DateTimeOffset, long>(
        time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
