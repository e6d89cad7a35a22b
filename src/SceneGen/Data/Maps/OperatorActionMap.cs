using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Operations.Audit;

namespace SceneGen.Data.Maps;

internal sealed class OperatorActionMap : IEntityTypeConfiguration<OperatorAction>
{
    public void Configure(EntityTypeBuilder<OperatorAction> builder)
    {
        builder.ToTable("operator_actions");
        builder.HasKey(action => action.Id);
        builder.Property(action => action.Who).HasMaxLength(100);
        builder.Property(action => action.Action).HasMaxLength(50);
        builder.Property(action => action.TargetKind).HasMaxLength(20);
        builder.Property(action => action.TargetId).HasMaxLength(200);
        builder.Property(action => action.Reason).HasMaxLength(500);
        builder.Property(action => action.Outcome).HasMaxLength(20);
        builder.HasIndex(action => action.Key).IsUnique();
        builder.HasIndex(action => new { action.TargetId, action.Id });
        builder.HasIndex(action => action.At);
    }
}
