namespace SceneGen.Tests.Callbacks;

internal sealed record HeardPost(string Id, string Timestamp, string Signature, string ContentType, byte[] Body);
