using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Infrastructure;

public sealed class When_a_browser_complains(Chromium chromium)
{
    private const string Home = "http://127.0.0.1:9";

    private static readonly RouteFulfillOptions PageWithPolicy = new()
    {
        Headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Content-Type"] = "text/html",
            ["Content-Security-Policy"] = "img-src 'none'",
        },
        Body = "<title>A page</title>",
    };

    [Theory]
    [InlineData("console.error('a word')", "console: a word")]
    [InlineData("setTimeout(() => { throw new Error('a slip'); })", "script: Error: a slip")]
    [InlineData("document.body.append(Object.assign(new Image(), { src: '/any.png' }))", "console: Loading the image")]
    [InlineData("fetch('/missing')", "answer: 404")]
    [InlineData("fetch('/broken').catch(() => {})", "failed: GET")]
    [InlineData("fetch('http://127.0.0.2:9/').catch(() => {})", "elsewhere: GET")]
    public async Task the_test_hears_of_it_unless_it_has_provoked_it(string script, string complaint)
    {
        var page = await chromium.Browser.NewPageAsync();
        var complaints = new Complaints(page, Home);
        await page.RouteAsync("**/*", route => route.Request.Url switch
        {
            $"{Home}/" => route.FulfillAsync(PageWithPolicy),
            $"{Home}/missing" => route.FulfillAsync(new() { Status = 404 }),
            _ => route.AbortAsync("connectionrefused"),
        });
        await page.GotoAsync(Home);
        Assert.DoesNotContain(complaints.Unexpected, IsIt);

        await page.EvaluateAsync($"() => {{ {script}; }}");

        await Eventually.IsTrueAsync(() => Task.FromResult(complaints.Unexpected.Any(IsIt)), complaint);
        complaints.Expect(complaint);
        Assert.DoesNotContain(complaints.Unexpected, IsIt);
        await page.CloseAsync();

        bool IsIt(string heard) => heard.StartsWith(complaint, StringComparison.Ordinal);
    }
}
