using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Generation.Gates;

namespace SceneGen.Data.Maps.Provider;

internal sealed class ProviderGateMap : IEntityTypeConfiguration<ProviderGate>
{
    public void Configure(EntityTypeBuilder<ProviderGate> builder)
    {
        builder.ToTable("provider_gates");
        builder.HasKey(gate => gate.Name);
        builder.Property(gate => gate.Name).HasMaxLength(200);
        builder.Property(gate => gate.Reason).HasMaxLength(40);
        builder.Property(gate => gate.Detail).HasMaxLength(500);
        builder.Property(gate => gate.ClosedBy).HasMaxLength(100);
    }
}
