using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Accessibility;

/// <summary>The rules that can be looked up on a page as it stands, and those that take a keyboard or a small window.</summary>
internal static class Audit
{
    /// <summary>More than any page has: whoever is not through by then is held.</summary>
    private const int MostStops = 200;

    private static readonly string OfThePage = Read("audit.js");
    private static readonly string RememberLooks = Read("remember-looks.js");

    public static Task<string[]> OfPageAsync(IPage page) => page.EvaluateAsync<string[]>(OfThePage);

    /// <summary>With the tabulator through all of the page: where the focus is must be seen.</summary>
    public static async Task<IReadOnlyList<string>> OfFocusAsync(IPage page)
    {
        await page.EvaluateAsync(RememberLooks);
        var faults = new List<string>();
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string[]?>("() => window.faultsOfFocus()") is not { } ofThisStop)
            {
                return faults;
            }

            faults.AddRange(ofThisStop);
        }

        return [.. faults, $"focus: has not left the page after {MostStops} stops"];
    }

    /// <summary>Nobody has to scroll to the side, however narrow the window or large the letters.</summary>
    public static async Task<IReadOnlyList<string>> OfWidthAsync(IPage page, int width)
    {
        await page.SetViewportSizeAsync(width, 800);
        var wanted = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        return wanted > width ? [$"width: {wanted} where there are {width}"] : [];
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Audit).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
