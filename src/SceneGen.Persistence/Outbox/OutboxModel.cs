using Microsoft.EntityFrameworkCore;

namespace SceneGen.Persistence.Outbox;

/// <summary>The tables of the outbox and the inbox.</summary>
public static class OutboxModel
{
    /// <summary>Adds <c>outbox</c> and <c>inbox</c> to a context's model.</summary>
    /// <param name="modelBuilder">The model's builder.</param>
    public static ModelBuilder AddOutbox(this ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox");
            outbox.HasKey(message => message.Id);
            outbox.HasIndex(message => message.VisibleAt).HasFilter("\"ParkedAt\" IS NULL");
            outbox.HasIndex(message => message.ParkedAt).HasFilter("\"ParkedAt\" IS NOT NULL");
            outbox.HasIndex(message => message.TokenId).IsUnique();
            outbox.HasIndex(message => message.MessageId).HasFilter("\"StaysUntilConsumed\"");
            outbox.Property(message => message.ContentType).HasMaxLength(100);
        });
        modelBuilder.Entity<InboxMessage>(inbox =>
        {
            inbox.ToTable("inbox");
            inbox.HasKey(message => new { message.MessageId, message.ConsumerId, message.Redelivery });
            inbox.HasIndex(message => message.ConsumedAt);
        });
        return modelBuilder;
    }
}
