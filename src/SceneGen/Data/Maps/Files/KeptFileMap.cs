using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Assets.Files;

namespace SceneGen.Data.Maps.Files;

internal sealed class KeptFileMap : IEntityTypeConfiguration<KeptFile>
{
    public void Configure(EntityTypeBuilder<KeptFile> builder)
    {
        builder.ToTable("stored_files");
        builder.HasKey(file => file.Sha256);
        builder.Property(file => file.Sha256).HasMaxLength(64);
        builder.Property(file => file.Extension).HasMaxLength(4);

        // Those that are being removed are few.
        builder.HasIndex(file => file.ReleasedAt).HasFilter("\"ReleasedAt\" IS NOT NULL");
    }
}
