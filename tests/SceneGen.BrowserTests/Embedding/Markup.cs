using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Embedding;

/// <summary>Has the service say markup wherever it says a text, and tells whether any of it ran.</summary>
internal static partial class Markup
{
    public const string Text = "<img src=x onerror=\"window.ran=1\"><script>window.ran=1</script>";

    private static readonly string[] Said = ["name", "description", "text", "title", "kind"];

    public static async Task SayItAsync(IPage page)
    {
        await page.RouteAsync(address => Address().IsMatch(address), async route =>
        {
            var answer = await route.FetchAsync();
            if (answer.Status != 200)
            {
                await route.FulfillAsync(new() { Response = answer });
                return;
            }

            var body = JsonNode.Parse(await answer.TextAsync())!;
            Put(body);
            await route.FulfillAsync(new() { Response = answer, Body = body.ToJsonString() });
        });
    }

    public static Task<bool> HasRunAsync(IPage page) => page.EvaluateAsync<bool>("() => window.ran === 1");

    private static void Put(JsonNode? node)
    {
        foreach (var child in node is JsonArray list ? [.. list] : Array.Empty<JsonNode?>())
        {
            Put(child);
        }

        foreach (var (name, value) in node is JsonObject fields ? [.. fields] : Array.Empty<KeyValuePair<string, JsonNode?>>())
        {
            if (Said.Contains(name) && value is JsonValue)
            {
                node![name] = Text;
            }
            else
            {
                Put(value);
            }
        }
    }

    [GeneratedRegex("/(api/themes|simulator/samples|api/scenes/[0-9a-f-]{36})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
