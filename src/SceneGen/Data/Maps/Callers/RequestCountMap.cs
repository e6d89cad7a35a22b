using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Scenes.Quotas;

namespace SceneGen.Data.Maps.Callers;

internal sealed class RequestCountMap : IEntityTypeConfiguration<RequestCount>
{
    public void Configure(EntityTypeBuilder<RequestCount> builder)
    {
        builder.ToTable("request_counts");
        builder.HasKey(count => count.Name);
        builder.Property(count => count.Name).HasMaxLength(150);
        builder.HasIndex(count => count.Minute);
    }
}
