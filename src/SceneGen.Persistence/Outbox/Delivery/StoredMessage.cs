using System.Buffers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using MassTransit.Serialization;

namespace SceneGen.Persistence.Outbox.Delivery;

/// <summary>A row as the message it was, in the very bytes that its serializer would have written.</summary>
internal sealed class StoredMessage
{
    private readonly OutboxMessage _row;
    private readonly DateTimeOffset? _expiresAt;

    public StoredMessage(OutboxMessage row, DateTimeOffset now)
    {
        _row = row;
        _expiresAt = row.TimeToLive is { } milliseconds
            ? (row.DueAt ?? now) + TimeSpan.FromMilliseconds(milliseconds)
            : null;
        Envelope = OutboxRows.EnvelopeOf(row);
        Types = row.MessageTypes.Split(';');
        ContentType = OutboxRows.IsBare(row) ? SystemTextJsonMessageSerializer.JsonContentType : new ContentType(row.ContentType);
        Body = OutboxRows.IsBare(row) ? Wrap() : Encoding.UTF8.GetBytes(row.Body);
    }

    public MessageEnvelope Envelope { get; }

    public string[] Types { get; }

    public ContentType ContentType { get; }

    public byte[] Body { get; }

    /// <summary>Counted from when a scheduled message is due, whenever it is delivered.</summary>
    public TimeSpan? TimeLeft(DateTimeOffset now) => _expiresAt - now;

    private byte[] Wrap()
    {
        var buffer = new ArrayBufferWriter<byte>(_row.Body.Length + 1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("messageId", _row.MessageId);
        Write(json, "requestId", Envelope.RequestId);
        Write(json, "correlationId", Envelope.CorrelationId);
        Write(json, "conversationId", Envelope.ConversationId);
        Write(json, "initiatorId", Envelope.InitiatorId);
        Write(json, "sourceAddress", Envelope.SourceAddress);
        json.WriteString("destinationAddress", _row.Destination);
        Write(json, "responseAddress", Envelope.ResponseAddress);
        Write(json, "faultAddress", Envelope.FaultAddress);
        json.WriteStartArray("messageType");
        foreach (var type in Types)
        {
            json.WriteStringValue(type);
        }

        json.WriteEndArray();
        json.WritePropertyName("message");
        json.WriteRawValue(_row.Body, skipInputValidation: true);
        Write(json, "expirationTime", _expiresAt?.UtcDateTime);
        Write(json, "sentTime", Envelope.SentTime);
        if (Envelope.Headers is { } headers)
        {
            json.WritePropertyName("headers");
            JsonSerializer.Serialize(json, headers, OutboxRows.Json);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, string name, Guid? id)
    {
        if (id is { } value)
        {
            json.WriteString(name, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, DateTime? time)
    {
        if (time is { } value)
        {
            json.WriteString(name, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, Uri? address)
    {
        if (address is not null)
        {
            json.WriteString(name, address.ToString());
        }
    }
}
