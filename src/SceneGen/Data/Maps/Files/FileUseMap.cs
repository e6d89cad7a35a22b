using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Assets.Files;

namespace SceneGen.Data.Maps.Files;

internal sealed class FileUseMap : IEntityTypeConfiguration<FileUse>
{
    public void Configure(EntityTypeBuilder<FileUse> builder)
    {
        builder.ToTable("scene_files");
        builder.HasKey(use => new { use.SceneId, use.Run, use.Attempt, use.Sha256 });
        builder.Property(use => use.Sha256).HasMaxLength(64);
        builder.HasIndex(use => use.Sha256);
    }
}
