using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Access.Keys;

namespace SceneGen.Data.Maps.Access;

internal sealed class ApiKeyMap : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.HasKey(key => key.Sha256);
        builder.Property(key => key.Name).HasColumnOrder(0).HasMaxLength(ApiKey.LongestName);
        builder.Property(key => key.Sha256).HasColumnOrder(1).HasMaxLength(64);
        builder.Property(key => key.Scopes).HasMaxLength(100);
        builder.HasIndex(key => key.Name);
    }
}
