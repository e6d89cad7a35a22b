using Microsoft.Extensions.Options;
using SceneGen.Assets;

namespace SceneGen.Scenes.Links;

/// <summary>The URLs of scenes and of their pictures, as users see them.</summary>
public sealed class SceneLinks(IOptions<HttpOptions> http, IOptions<PictureLinkOptions> links, LinkSigner signer)
{
    private readonly string _base = WebAddress.Of(http.Value.PublicUrl)?.Text ?? "";

    public string Picture(string sha256, string contentType)
    {
        var file = $"{sha256}.{AssetName.ExtensionOf(contentType)}";
        return $"{_base}/assets/{file}{(links.Value.Links is LinkMode.Signed ? signer.Sign(file) : "")}";
    }

    public string Scene(Guid id) => $"{_base}/api/scenes/{id}";

    public string ThemePicture(string theme, string sha256) => $"{_base}/api/themes/{theme}/picture?v={sha256}";
}
