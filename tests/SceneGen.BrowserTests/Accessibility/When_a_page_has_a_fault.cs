using Microsoft.Playwright;
using SceneGen.BrowserTests.Infrastructure;

namespace SceneGen.BrowserTests.Accessibility;

public sealed class When_a_page_has_a_fault(Chromium chromium)
{
    private const string Good = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <title>A page</title>
          <style>
            body { background: #fff; color: #111; }
            a, button, input { font-size: 20px; padding: 8px; }
            label { display: inline-block; padding: 8px 0; }
            :focus-visible { outline: 3px solid #063; }
          </style>
        </head>
        <body>
          <main>
            <h1>A page</h1>
            <h2>A part</h2>
            <p id="said" role="status"></p>
            <img alt="" src="data:,">
            <form>
              <label for="name">Name</label> <input id="name" placeholder="What it is called">
              <fieldset><legend>Kind</legend><label><input type="radio" name="kind"> A robot</label></fieldset>
              <button>Go on</button>
            </form>
            <p class="soft">A text with <a href="#said">a word to follow</a> in it.</p>
          </main>
        </body>
        </html>
        """;

    public static TheoryData<string, string, string> Faults => new()
    {
        { "language", " lang=\"en\"", "" },
        { "title", "<title>A page</title>", "<title> </title>" },
        { "live", " role=\"status\"", "" },
        { "ids", "<h2>", "<h2 id=\"name\">" },
        { "label", "<label for=\"name\">Name</label>", "Name" },
        { "references", "<label for=\"name\">", "<label for=\"nobody\">" },
        { "name", "<button>Go on</button>", "<button><img alt=\"\" src=\"data:,\" width=\"40\" height=\"40\"></button>" },
        { "name", "<a href=\"#said\">a word to follow</a>", "<a href=\"#said\"><span aria-hidden=\"true\">x</span></a>" },
        { "name", "<legend>Kind</legend>", "" },
        { "name", "<form>", "<progress value=\"0.5\"></progress><form>" },
        { "alt", "<img alt=\"\" ", "<img " },
        { "headings", "<h2>A part</h2>", "<h3>A part</h3>" },
        { "headings", "<h2>A part</h2>", "<h1>A part</h1>" },
        { "headings", "<h1>A page</h1>", "<h1></h1>" },
        { "landmarks", "main>", "div>" },
        { "landmarks", "<main>", "<p>Beside it</p><main>" },
        { "order", "<button>", "<button tabindex=\"3\">" },
        { "order", "<form>", "<form aria-hidden=\"true\">" },
        { "size", "padding: 8px;", "padding: 0; border: 0; line-height: 20px; height: 20px;" },
        { "contrast", "color: #111", "color: #888" },
        { "contrast", "class=\"soft\"", "style=\"opacity: .5\"" },
        { "contrast", ":focus-visible", "::placeholder { color: #aaa; } :focus-visible" },
        { "contrast", "<h2>", "<h2 style=\"color: oklch(0.75 0.1 150)\">" },
    };

    [Fact]
    public async Task a_page_without_one_passes()
    {
        var page = await OpenAsync(Good);
        Assert.Empty(await Audit.OfPageAsync(page));
        Assert.Empty(await Audit.OfFocusAsync(page));
        Assert.Empty(await Audit.OfWidthAsync(page, 360));
        await page.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task it_is_found(string rule, string good, string bad)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var page = await OpenAsync(Good.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains(await Audit.OfPageAsync(page), fault => fault.StartsWith($"{rule}:", StringComparison.Ordinal));
        await page.CloseAsync();
    }

    [Fact]
    public async Task it_is_found_in_a_shadow_tree_too()
    {
        const string Shadow = "<div><template shadowrootmode=\"open\"><button></button><p style=\"color: #aaa\">Pale</p></template></div>";
        var page = await OpenAsync(Good);
        await page.EvaluateAsync("html => document.querySelector('main').setHTMLUnsafe(html)", $"<h1>A page</h1>{Shadow}");

        var faults = await Audit.OfPageAsync(page);

        Assert.Contains(faults, fault => fault.StartsWith("name:", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("contrast:", StringComparison.Ordinal));
        await page.CloseAsync();
    }

    [Theory]
    [InlineData("outline: 3px solid #063", "outline: none", "looks the same")]
    [InlineData("<main>", "<main><div style=\"position: fixed; inset: 0; background: #fff\"></div>", "is covered")]
    [InlineData("<form>", "<form onkeydown=\"event.key === 'Tab' && event.preventDefault()\">", "has not left the page")]
    public async Task a_focus_that_cannot_be_seen_or_is_held_is_found(string good, string bad, string fault)
    {
        var page = await OpenAsync(Good.Replace(good, bad, StringComparison.Ordinal));
        Assert.Contains(await Audit.OfFocusAsync(page), found => found.Contains(fault, StringComparison.Ordinal));
        await page.CloseAsync();
    }

    [Fact]
    public async Task a_page_too_wide_is_found()
    {
        var page = await OpenAsync(Good.Replace("<form>", "<form style=\"width: 500px\">", StringComparison.Ordinal));
        Assert.Empty(await Audit.OfWidthAsync(page, 640));
        Assert.NotEmpty(await Audit.OfWidthAsync(page, 360));
        await page.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string html)
    {
        var page = await chromium.Browser.NewPageAsync();
        await page.SetContentAsync(html);
        return page;
    }
}
