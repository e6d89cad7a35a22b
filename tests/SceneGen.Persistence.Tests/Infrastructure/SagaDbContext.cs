using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace SceneGen.Persistence.Tests.Infrastructure;

public sealed class SagaDbContext<TSaga>(DbContextOptions<SagaDbContext<TSaga>> options) : DbContext(options)
    where TSaga : class, ISagaVersion
{
    public DbSet<TSaga> Sagas => Set<TSaga>();

    // Names that have to be quoted, as a model may choose them.
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var saga = modelBuilder.Entity<TSaga>().ToTable("kept \"sagas\"");
        saga.HasKey(one => one.CorrelationId);
        saga.Property(one => one.CorrelationId).HasColumnName("saga id").ValueGeneratedNever();
        saga.Property(one => one.Version).IsConcurrencyToken();
    }
}
