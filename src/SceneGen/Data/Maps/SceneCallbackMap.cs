using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Callbacks.Telling;

namespace SceneGen.Data.Maps;

internal sealed class SceneCallbackMap : IEntityTypeConfiguration<SceneCallback>
{
    public void Configure(EntityTypeBuilder<SceneCallback> builder)
    {
        builder.ToTable("callbacks");
        builder.HasKey(callback => callback.Id);
        builder.Property(callback => callback.Id).ValueGeneratedNever();
        builder.Property(callback => callback.Type).HasMaxLength(50);
        builder.Property(callback => callback.LastOutcome).HasMaxLength(50);
        builder.Property(callback => callback.Tries).IsConcurrencyToken();
        builder.HasIndex(callback => callback.SceneId);
        builder.HasIndex(callback => new { callback.State, callback.Id });
        builder.HasIndex(callback => callback.CreatedAt);

        // Those that wait longer than they should.
        builder.HasIndex(callback => new { callback.State, callback.NextAt });
    }
}
