namespace SceneGen.Assets.Avatars;

/// <summary>Whether the provider is given an avatar's bytes in place of its URL.</summary>
public enum AvatarUpload
{
    /// <summary>The provider fetches every avatar from its URL.</summary>
    Never,

    /// <summary>It is given the bytes of those on <c>Fetching:TrustedHosts</c>, which it can hardly reach.</summary>
    Private,

    /// <summary>It is given the bytes of all.</summary>
    Always,
}
