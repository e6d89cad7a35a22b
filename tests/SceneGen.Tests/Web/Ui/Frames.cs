using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Scenes.Links;
using SceneGen.Web.Pages;

namespace SceneGen.Tests.Web.Ui;

internal static class Frames
{
    public static PageFrame Of(LinkMode links, params string[] avatarHosts)
        => new(
            Options.Create(new PictureLinkOptions { Links = links }),
            Options.Create(new AvatarOptions { Hosts = avatarHosts }));
}
