namespace SceneGen.Scenes.Links;

/// <summary>Section <c>Images</c>, as far as the links to pictures go.</summary>
public sealed class PictureLinkOptions
{
    /// <summary>
    /// Who may follow the link to a picture: <c>open</c>, <c>session</c> or <c>signed</c>, which needs a key in
    /// <c>Images:Signing</c>. Default <c>open</c>.
    /// </summary>
    public LinkMode Links { get; set; } = LinkMode.Open;
}
