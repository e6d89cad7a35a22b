using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Scenes.Compensation;

namespace SceneGen.Data.Maps;

internal sealed class SceneAvatarMap : IEntityTypeConfiguration<SceneAvatar>
{
    public void Configure(EntityTypeBuilder<SceneAvatar> builder)
    {
        builder.ToTable("avatars");
        builder.HasKey(avatar => avatar.AvatarId);
        builder.Property(avatar => avatar.AvatarId).ValueGeneratedNever();
        builder.Property(avatar => avatar.Version).IsConcurrencyToken();
    }
}
