using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Access.Sessions;

namespace SceneGen.Data.Maps.Access;

internal sealed class SessionErasureMap : IEntityTypeConfiguration<SessionErasure>
{
    public void Configure(EntityTypeBuilder<SessionErasure> builder)
    {
        builder.ToTable("session_erasures");
        builder.HasKey(erasure => erasure.Sha256);
        builder.Property(erasure => erasure.Sha256).HasMaxLength(64);
        builder.Property(erasure => erasure.SessionId).HasMaxLength(128);

        // The default is for rows that an older version beside this one writes.
        builder.Property(erasure => erasure.Number).HasDefaultValue(1).ValueGeneratedNever();
        builder.HasIndex(erasure => erasure.AskedAt);

        // Those of which something is left.
        builder.HasIndex(erasure => erasure.Sha256).HasFilter("\"SessionId\" IS NOT NULL");
    }
}
