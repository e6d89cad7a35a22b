using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Generation.Traffic.Slices;

namespace SceneGen.Data.Maps.Provider;

internal sealed class ProviderBudgetMap : IEntityTypeConfiguration<ProviderBudget>
{
    public void Configure(EntityTypeBuilder<ProviderBudget> builder)
    {
        builder.ToTable("provider_budget");
        builder.HasKey(budget => budget.Id);
        builder.Property(budget => budget.Id).ValueGeneratedNever();
    }
}
