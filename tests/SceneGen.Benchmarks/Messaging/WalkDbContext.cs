using Microsoft.EntityFrameworkCore;
using SceneGen.Persistence.Outbox;

namespace SceneGen.Benchmarks.Messaging;

public sealed class WalkDbContext(DbContextOptions<WalkDbContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddOutbox();
        modelBuilder.Entity<Walk>(walk =>
        {
            walk.ToTable("walks");
            walk.HasKey(one => one.CorrelationId);
            walk.Property(one => one.CorrelationId).ValueGeneratedNever();
            walk.Property(one => one.Version).IsConcurrencyToken();
        });
    }
}
