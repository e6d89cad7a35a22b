namespace SceneGen.Web.Scenes.Live;

/// <summary>One event as its bytes.</summary>
internal sealed record SceneFrame(int Sequence, ReadOnlyMemory<byte> Bytes);
