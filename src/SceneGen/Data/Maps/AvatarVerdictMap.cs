using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Generation.Disputes;

namespace SceneGen.Data.Maps;

internal sealed class AvatarVerdictMap : IEntityTypeConfiguration<AvatarVerdict>
{
    public void Configure(EntityTypeBuilder<AvatarVerdict> builder)
    {
        builder.ToTable("avatar_verdicts");
        builder.HasKey(verdict => verdict.AvatarHash);
        builder.Property(verdict => verdict.AvatarHash).HasMaxLength(64);
    }
}
