namespace SceneGen.Scenes.Compensation;

/// <summary>
/// What all scenes of one avatar share. Whoever begins a scene or ends one without a picture changes this row last in
/// the transaction: of two that meet here, the second sees what the first has left.
/// </summary>
public sealed class SceneAvatar
{
    public Guid AvatarId { get; set; }

    public int Version { get; set; }

    public AvatarStanding Standing { get; set; }
}
