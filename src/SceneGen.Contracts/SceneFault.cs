namespace SceneGen.Contracts;

/// <summary>Whose fault a failure is; decides whether the avatar is rolled back. On the wire: camelCase strings.</summary>
public enum SceneFault
{
    /// <summary>The avatar cannot be used: not an image, its URL is dead, it was flagged.</summary>
    Avatar,

    /// <summary>The theme cannot be used: its prompt is refused, its file is gone.</summary>
    Theme,

    /// <summary>The provider could not make the picture over all attempts and models, or in time.</summary>
    Provider,

    /// <summary>The operator has to mend something: a token, credit, a missing tool.</summary>
    Operator,
}
