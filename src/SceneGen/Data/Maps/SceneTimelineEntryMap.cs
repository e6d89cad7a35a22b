using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Scenes.Timeline;

namespace SceneGen.Data.Maps;

internal sealed class SceneTimelineEntryMap : IEntityTypeConfiguration<SceneTimelineEntry>
{
    public void Configure(EntityTypeBuilder<SceneTimelineEntry> builder)
    {
        builder.ToTable("timeline");
        builder.HasKey(entry => new { entry.SceneId, entry.Sequence });

        // With a key that was never generated, a new entry found behind its scene is an insert, not an update.
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.Property(entry => entry.State).HasMaxLength(20);

        // The default is for rows that an older version beside this one writes.
        builder.Property(entry => entry.Kind)
            .HasMaxLength(20).HasDefaultValue(TimelineKinds.Transition).ValueGeneratedNever();
        builder.Property(entry => entry.Code).HasMaxLength(30);
    }
}
