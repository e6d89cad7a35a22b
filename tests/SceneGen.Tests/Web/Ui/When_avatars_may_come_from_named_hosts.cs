using SceneGen.Scenes.Links;
using SceneGen.Scenes.Words;
using SceneGen.Web.Pages;

namespace SceneGen.Tests.Web.Ui;

public sealed class When_avatars_may_come_from_named_hosts
{
    [Fact]
    public void the_page_shows_pictures_of_these_and_of_no_other()
    {
        var frame = Frames.Of(LinkMode.Open, "avatars.example.org", "*.Cdn.example", "bücher.example:8443");

        Assert.Contains(
            "; img-src 'self' data: https://avatars.example.org https://*.cdn.example https://xn--bcher-kva.example:8443; ",
            frame.PolicyFrom(UiEndpoints.Policy),
            StringComparison.Ordinal);
    }

    [Fact]
    public void its_script_is_told_them()
    {
        var page = UiTemplate.In(
            Language.English, root: "", Frames.Of(LinkMode.Open, "*.cdn.example"), new Reading(Markup.Empty));

        Assert.Contains(" data-avatars=\"https://*.cdn.example\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[2001:db8::1]")]
    [InlineData("not a host; script-src *")]
    public void what_a_policy_cannot_name_is_left_out(string host)
        => Assert.Equal(UiEndpoints.Policy, Frames.Of(LinkMode.Open, host).PolicyFrom(UiEndpoints.Policy));

    [Fact]
    public void without_names_no_picture_of_others_is_asked_for()
        => Assert.Equal(UiEndpoints.Policy, Frames.Of(LinkMode.Open).PolicyFrom(UiEndpoints.Policy));

    [Theory]
    [InlineData(LinkMode.Open, "open")]
    [InlineData(LinkMode.Session, "session")]
    [InlineData(LinkMode.Signed, "signed")]
    public void the_page_knows_how_its_pictures_may_be_shared(LinkMode links, string sharing)
        => Assert.Contains(
            $" data-sharing=\"{sharing}\"",
            UiTemplate.In(Language.English, root: "", Frames.Of(links), new Reading(Markup.Empty)),
            StringComparison.Ordinal);
}
