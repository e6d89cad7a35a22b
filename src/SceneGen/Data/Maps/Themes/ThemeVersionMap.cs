using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Themes.Life;

namespace SceneGen.Data.Maps.Themes;

internal sealed class ThemeVersionMap : IEntityTypeConfiguration<ThemeVersion>
{
    public void Configure(EntityTypeBuilder<ThemeVersion> builder)
    {
        builder.ToTable("theme_versions");
        builder.HasKey(version => new { version.Id, version.Version });
        builder.Property(version => version.Id).HasMaxLength(50);
        builder.Property(version => version.Version).ValueGeneratedNever();
        builder.Property(version => version.Hash).HasMaxLength(64);
    }
}
