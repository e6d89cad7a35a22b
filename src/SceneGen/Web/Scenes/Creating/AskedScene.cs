using SceneGen.Scenes.Callers;
using SceneGen.Scenes.Messages;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes.Creating;

/// <summary>A scene that a request asks for.</summary>
internal sealed class AskedScene(CreateScene command, AnswerKey? key, bool isNamedHere)
{
    public CreateScene Command => command;

    /// <summary>Null where the caller gave none.</summary>
    public AnswerKey? Key => key;

    public Guid Id => command.SceneId;

    /// <summary>
    /// A scene of this id is this request's own: the id was made for it, or its message is known to have been taken, though
    /// perhaps by an attempt whose commit was not heard of.
    /// </summary>
    public bool IsOwn { get; private set; } = isNamedHere;

    public void NoteTaken() => IsOwn = true;

    public bool HasMade(SceneResource? scene) => IsOwn && scene?.Id == Id;
}
