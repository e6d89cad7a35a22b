using Microsoft.EntityFrameworkCore;

namespace SceneGen.Persistence.Tests.Infrastructure;

public sealed class OrderDbContext(DbContextOptions<OrderDbContext> options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Order>().HasKey(order => order.CorrelationId);
        modelBuilder.Entity<Order>().Property(order => order.CorrelationId).ValueGeneratedNever();
        modelBuilder.Entity<Order>().Property(order => order.Version).IsConcurrencyToken();
    }
}
