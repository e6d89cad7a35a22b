using Microsoft.Playwright;
using SceneGen.BrowserTests.Infrastructure;

namespace SceneGen.BrowserTests.Accessibility;

/// <summary>Looks a view over in light and dark and at every width, and keeps a picture of each.</summary>
internal static class Inspection
{
    // Half of a window of 1280: what a reader has left at 200 %.
    private const int Zoomed = 640;

    private static readonly int[] Widths = [360, 1280, 1920];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>Pictures are kept at every width, or at those that are named.</summary>
    public static async Task OfAsync(IPage page, string name, params int[] photographed)
    {
        var faults = new List<string>();
        foreach (var scheme in Schemes)
        {
            // Motion at rest, so that nothing is looked at halfway.
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            faults.AddRange(await Audit.OfWidthAsync(page, Zoomed));
            foreach (var width in Widths)
            {
                faults.AddRange(await Audit.OfWidthAsync(page, width));
                faults.AddRange(await Audit.OfPageAsync(page));
                if (photographed is [] || photographed.Contains(width))
                {
                    await PhotographAsync(page, $"{name}-{width}-{scheme}.jpg");
                }
            }
        }

        faults.AddRange(await Audit.OfFocusAsync(page));
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults.Distinct()));
    }

    private static async Task PhotographAsync(IPage page, string name)
        => await page.ScreenshotAsync(new()
        {
            Path = Album.PathOf("looks", name),
            Type = ScreenshotType.Jpeg,
            FullPage = true,
        });
}
