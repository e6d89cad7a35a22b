namespace SceneGen.Simulator.Avatars;

/// <summary>Whether an avatar still stands.</summary>
internal enum AvatarStatus
{
    Active,
    RolledBack,
}
