using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Scenes.Callers;

namespace SceneGen.Data.Maps.Callers;

internal sealed class KeptAnswerMap : IEntityTypeConfiguration<KeptAnswer>
{
    public void Configure(EntityTypeBuilder<KeptAnswer> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.HasKey(answer => new { answer.KeyHash, answer.Item });
        builder.Property(answer => answer.KeyHash).HasMaxLength(64);
        builder.Property(answer => answer.Item).ValueGeneratedNever();
        builder.Property(answer => answer.RequestHash).HasMaxLength(64);
        builder.HasIndex(answer => answer.SceneId);
        builder.HasIndex(answer => answer.At);
    }
}
