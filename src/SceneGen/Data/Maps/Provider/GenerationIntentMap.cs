using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Data.Maps.Themes;
using SceneGen.Generation.Intents;

namespace SceneGen.Data.Maps.Provider;

internal sealed class GenerationIntentMap : IEntityTypeConfiguration<GenerationIntent>
{
    public void Configure(EntityTypeBuilder<GenerationIntent> builder)
    {
        builder.ToTable("generation_intents");
        builder.HasKey(intent => new { intent.SceneId, intent.Run, intent.Attempt });
        builder.Property(intent => intent.PredictionId).HasMaxLength(64);
        builder.Property(intent => intent.FailedBy).HasMaxLength(64);

        builder.Property(intent => intent.ThemeHash).HasMaxLength(64);
        builder.Property(intent => intent.ThemeLabel).HasMaxLength(50);
        builder.Property(intent => intent.ModelVersion).HasMaxLength(64);
        builder.Property(intent => intent.AvatarBox).HasConversion<FrameBoxConverter>().HasMaxLength(FrameBoxConverter.Length);

        builder.Property(intent => intent.Token).HasMaxLength(32);
        builder.HasIndex(intent => intent.Token).IsUnique();

        builder.Property(intent => intent.TraceContext).HasMaxLength(55);

        // Those whose prediction has to be looked for are few.
        builder.HasIndex(intent => intent.LeaseEndsAt).HasFilter("\"PredictionId\" IS NULL");

        // Two attempts never claim the same prediction.
        builder.HasIndex(intent => intent.PredictionId).IsUnique();
    }
}
