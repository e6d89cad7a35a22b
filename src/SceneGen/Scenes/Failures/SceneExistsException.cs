namespace SceneGen.Scenes.Failures;

/// <summary>A caller asked for a new scene under the id of one that exists.</summary>
public sealed class SceneExistsException : Exception
{
    public SceneExistsException()
        : base("There is a scene of this id already.")
    {
    }

    public SceneExistsException(string message)
        : base(message)
    {
    }

    public SceneExistsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
