namespace SceneGen.Scenes.Failures;

/// <summary>A caller who is confined to a session named the avatar of another.</summary>
public sealed class AvatarForeignException : Exception
{
    public AvatarForeignException()
        : base("The avatar is another session's.")
    {
    }

    public AvatarForeignException(string message)
        : base(message)
    {
    }

    public AvatarForeignException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
