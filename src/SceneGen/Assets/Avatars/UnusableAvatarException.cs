namespace SceneGen.Assets.Avatars;

/// <summary>The avatar's file is not a picture that can be used. The code is one of the contract's.</summary>
public sealed class UnusableAvatarException(string code, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public string Code { get; } = code;
}
