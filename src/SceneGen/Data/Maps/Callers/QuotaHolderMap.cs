using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Scenes.Quotas;

namespace SceneGen.Data.Maps.Callers;

internal sealed class QuotaHolderMap : IEntityTypeConfiguration<QuotaHolder>
{
    public void Configure(EntityTypeBuilder<QuotaHolder> builder)
    {
        builder.ToTable("quota_holders");
        builder.HasKey(holder => holder.Name);
        builder.Property(holder => holder.Name).HasMaxLength(150);
        builder.Property(holder => holder.Version).IsConcurrencyToken();
        builder.HasIndex(holder => holder.UsedAt);
    }
}
