using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Generation.Traffic.Slices;

namespace SceneGen.Data.Maps.Provider;

internal sealed class ProviderSliceMap : IEntityTypeConfiguration<ProviderSlice>
{
    public void Configure(EntityTypeBuilder<ProviderSlice> builder)
    {
        builder.ToTable("provider_slices");
        builder.HasKey(slice => slice.Instance);
        builder.Property(slice => slice.Instance).HasMaxLength(100);
    }
}
