using SceneGen.Contracts;

namespace SceneGen.Simulator.Avatars;

/// <summary>A figure that avatars can be made of.</summary>
internal sealed record Sample(string Id, string Name, AvatarKind Kind, string Description);
