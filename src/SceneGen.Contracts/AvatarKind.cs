namespace SceneGen.Contracts;

/// <summary>What sort of figure an avatar shows. On the wire: camelCase strings.</summary>
public enum AvatarKind
{
    Human,
    Animal,
    Robot,
    Creature,
    Object,
}
