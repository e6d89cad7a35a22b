using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Generation.Disputes;

namespace SceneGen.Data.Maps;

internal sealed class FlaggedContentMap : IEntityTypeConfiguration<FlaggedContent>
{
    public void Configure(EntityTypeBuilder<FlaggedContent> builder)
    {
        builder.ToTable("flagged");
        builder.HasKey(flagged => new { flagged.AvatarHash, flagged.PromptHash });
        builder.Property(flagged => flagged.AvatarHash).HasMaxLength(64);
        builder.Property(flagged => flagged.PromptHash).HasMaxLength(64);
        builder.HasIndex(flagged => flagged.PromptHash);
    }
}
