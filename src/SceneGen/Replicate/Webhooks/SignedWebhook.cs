namespace SceneGen.Replicate.Webhooks;

/// <summary>A webhook as it came in, before anything of it is believed.</summary>
/// <param name="Id">Header <c>webhook-id</c>; the same when it is sent again.</param>
/// <param name="Timestamp">Header <c>webhook-timestamp</c>, Unix seconds.</param>
/// <param name="Signatures">Header <c>webhook-signature</c>: entries such as <c>v1,BASE64</c>, separated by spaces.</param>
/// <param name="Body">The body, byte by byte.</param>
public sealed record SignedWebhook(string Id, string Timestamp, string Signatures, ReadOnlyMemory<byte> Body);
