using System.Net;
using System.Text.RegularExpressions;
using SceneGen.BrowserTests.Infrastructure;
using static Microsoft.Playwright.Assertions;

namespace SceneGen.BrowserTests.Embedding;

public sealed class When_a_picture_is_its_sessions_alone(PrivatePictures run, Chromium chromium)
    : BrowserTest(chromium, run.Application.Url), IClassFixture<PrivatePictures>
{
    private const string Ask = "async address => (await fetch(address)).status";

    private const string AskWithToken =
        """
        async address => {
          const { token } = await (await fetch('/token', { method: 'POST' })).json();
          return (await fetch(address, { headers: { Authorization: `Bearer ${token}` } })).status;
        }
        """;

    [Fact]
    public async Task the_page_shows_it_to_whoever_made_it()
    {
        var (maker, stranger) = (await EnterAsync(), await EnterAsync());
        await maker.Page.GotoAsync(run.Url);
        await stranger.Page.GotoAsync(run.Url);
        await maker.Studio.OrderAsync();

        await maker.Studio.Scene.ShowsThePictureAsync();

        await Expect(maker.Studio.Scene.Share).ToBeHiddenAsync();
        var picture = await maker.Studio.Scene.Picture.EvaluateAsync<string>("picture => picture.src");
        Assert.Equal(200, await maker.Page.EvaluateAsync<int>(Ask, picture));
        stranger.Complaints.Expect("404");
        Assert.Equal(404, await stranger.Page.EvaluateAsync<int>(Ask, picture));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithoutSessionAsync(picture));
    }

    [Fact]
    public async Task the_studio_shows_it_to_whoever_has_the_token()
    {
        var (maker, stranger) = (await EnterAsync(), await EnterAsync());
        var workshop = new Workshop(maker.Page);
        await workshop.MakeAvatar.ClickAsync();
        await Expect(maker.Studio.Theme.Heading).ToBeVisibleAsync();

        // An image's address goes without the token, and is tried first.
        maker.Complaints.Expect("NotSameOrigin|401");
        await maker.Studio.Theme.ChooseAsync();

        await workshop.ShowsThePictureAsync();
        await Expect(workshop.Picture).ToHaveAttributeAsync("src", new Regex("^blob:", RegexOptions.None, TimeSpan.FromSeconds(1)));
        var picture = run.Url + await workshop.Picture.GetAttributeAsync("data-of");
        Assert.Equal(200, await maker.Page.EvaluateAsync<int>(AskWithToken, picture));
        stranger.Complaints.Expect("404");
        Assert.Equal(404, await stranger.Page.EvaluateAsync<int>(AskWithToken, picture));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskWithoutSessionAsync(picture));
    }

    private async Task<Visitor> EnterAsync()
    {
        var visitor = await ArriveAsync();
        visitor.Complaints.Expect($"^elsewhere: [A-Z]+ {Regex.Escape(run.Url)}/");
        return visitor;
    }

    private static async Task<HttpStatusCode> AskWithoutSessionAsync(string picture)
    {
        using var nobody = new HttpClient();
        using var answer = await nobody.GetAsync(picture, Stop);
        return answer.StatusCode;
    }
}
