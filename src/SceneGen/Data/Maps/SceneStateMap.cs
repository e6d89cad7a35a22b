using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Access.Keys;
using SceneGen.Data.Maps.Themes;
using SceneGen.Scenes;

namespace SceneGen.Data.Maps;

internal sealed class SceneStateMap : IEntityTypeConfiguration<SceneState>
{
    public void Configure(EntityTypeBuilder<SceneState> builder)
    {
        builder.ToTable("scenes");
        builder.HasKey(scene => scene.CorrelationId);
        builder.Property(scene => scene.CorrelationId).ValueGeneratedNever();
        builder.Property(scene => scene.Version).IsConcurrencyToken();
        builder.Property(scene => scene.CurrentState).HasMaxLength(20);
        builder.Property(scene => scene.SessionId).HasMaxLength(128);
        builder.Property(scene => scene.AvatarUrl).HasMaxLength(2048);
        builder.Property(scene => scene.CallbackUrl).HasMaxLength(2048);
        builder.Property(scene => scene.CallbackCaller).HasMaxLength(ApiKey.LongestName);
        builder.Property(scene => scene.AvatarName).HasMaxLength(100);
        builder.Property(scene => scene.AvatarDescription).HasMaxLength(500);

        // The default is for rows that an older version beside this one writes.
        builder.Property(scene => scene.Cost).HasPrecision(12, 4).HasDefaultValue(0m).ValueGeneratedNever();
        builder.Property(scene => scene.AttemptPrice).HasPrecision(12, 4);
        builder.Property(scene => scene.QualityMissed).HasDefaultValue(false).ValueGeneratedNever();

        builder.Property(scene => scene.ReusesPaid).HasDefaultValue(false).ValueGeneratedNever();

        builder.Property(scene => scene.ThemeHash).HasMaxLength(64);
        builder.Property(scene => scene.ThemeLabel).HasMaxLength(50);
        builder.Property(scene => scene.ModelVersion).HasMaxLength(64);
        builder.Property(scene => scene.AvatarBox).HasConversion<FrameBoxConverter>().HasMaxLength(FrameBoxConverter.Length);
        builder.Property(scene => scene.AvatarSha256).HasMaxLength(64);
        builder.Property(scene => scene.AvatarColours).HasMaxLength(100);
        builder.Property(scene => scene.AvatarMisses).HasDefaultValue(0).ValueGeneratedNever();

        builder.Property(scene => scene.AskedBy).HasMaxLength(100);

        builder.Property(scene => scene.CostBeforeDay).HasPrecision(12, 4).HasDefaultValue(0m).ValueGeneratedNever();

        builder.Property(scene => scene.SessionErasures).HasDefaultValue(0).ValueGeneratedNever();

        builder.HasMany(scene => scene.NewTimelineEntries).WithOne().HasForeignKey(entry => entry.SceneId);

        builder.HasIndex(scene => new { scene.SessionId, scene.CreatedAt });
        builder.HasIndex(scene => scene.CreatedAt);

        // How many there are in a state, and since when, is read off it.
        builder.HasIndex(scene => new { scene.CurrentState, scene.UpdatedAt });

        // The list of one failure's scenes, the newest first.
        builder.HasIndex(scene => new { scene.FailureCode, scene.CreatedAt }).HasFilter("\"FailureCode\" IS NOT NULL");
        builder.HasIndex(scene => scene.AvatarId);
        builder.HasIndex(scene => scene.ImageSha256);

        // Those that ended without anybody being told.
        builder.HasIndex(scene => scene.StateEnteredAt).HasFilter("\"CallbackUrl\" IS NOT NULL");

        // Deleted ones of which something may be left.
        builder.HasIndex(scene => scene.ErasedAt)
            .HasFilter("\"ErasedAt\" IS NOT NULL AND \"TracesErasedAt\" IS NULL");

        // Of callers with quotas: how many run, and what they have cost since midnight.
        builder.HasIndex(scene => new { scene.AskedBy, scene.CurrentState }).HasFilter("\"AskedBy\" IS NOT NULL");
        builder.HasIndex(scene => new { scene.AskedBy, scene.RunBeganAt }).HasFilter("\"AskedBy\" IS NOT NULL");
    }
}
