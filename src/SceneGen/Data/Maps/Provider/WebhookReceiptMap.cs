using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SceneGen.Generation.Hints;

namespace SceneGen.Data.Maps.Provider;

internal sealed class WebhookReceiptMap : IEntityTypeConfiguration<WebhookReceipt>
{
    public void Configure(EntityTypeBuilder<WebhookReceipt> builder)
    {
        builder.ToTable("webhook_receipts");
        builder.HasKey(receipt => receipt.WebhookId);
        builder.Property(receipt => receipt.WebhookId).HasMaxLength(200);
        builder.HasIndex(receipt => receipt.ReceivedAt);
    }
}
