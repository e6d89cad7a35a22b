namespace SceneGen.Assets.Serving;

/// <summary>A stored picture's bytes are not those it was stored with.</summary>
public sealed class AssetDamagedException() : Exception("The stored picture's bytes are not those it was stored with.");
