using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace SceneGen.Tests.Simulator.Infrastructure;

/// <summary>Calls the simulated provider as a stranger would: plain HTTP and JSON.</summary>
internal sealed class ProviderCaller(HttpClient http, SettableClock? clock = null, string token = "r8_simulator")
{
    public const string Flux = "black-forest-labs/flux-2-pro";

    public ProviderCaller(SimulatorHost simulator, string token = "r8_simulator")
        : this(simulator.Http, simulator.Clock, token)
    {
    }

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public static JsonObject FluxInput(string prompt, params string[] images)
    {
        return new JsonObject
        {
            ["prompt"] = prompt,
            ["aspect_ratio"] = "custom",
            ["width"] = 256,
            ["height"] = 272,
            ["output_format"] = "png",
            ["input_images"] = new JsonArray([.. images.Select(image => JsonValue.Create(image))]),
        };
    }

    public async Task<(HttpStatusCode Status, JsonNode Body)> SendAsync(
        HttpMethod method, string path, JsonNode? body = null, string? cancelAfter = null)
    {
        using var response = await AnswerAsync(method, path, body, cancelAfter);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>(Canceled))!);
    }

    public async Task<HttpResponseMessage> AnswerAsync(
        HttpMethod method, string path, JsonNode? body = null, string? cancelAfter = null)
    {
        using var request = new HttpRequestMessage(method, $"/replicate/v1{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Content = body is null ? null : JsonContent.Create(body);
        if (cancelAfter is not null)
        {
            request.Headers.Add("Cancel-After", cancelAfter);
        }

        return await http.SendAsync(request, Canceled);
    }

    public Task<HttpResponseMessage> TryCreateAsync(JsonObject input)
    {
        var body = new JsonObject { ["version"] = Flux, ["input"] = input };
        return AnswerAsync(HttpMethod.Post, "/predictions", body);
    }

    public async Task<string> CreateAsync(JsonObject input, string model = Flux, string? cancelAfter = null)
    {
        var body = new JsonObject { ["version"] = model, ["input"] = input };
        var (status, prediction) = await SendAsync(HttpMethod.Post, "/predictions", body, cancelAfter);
        Assert.Equal(HttpStatusCode.Created, status);
        return prediction["id"]!.GetValue<string>();
    }

    /// <summary>A creation whose webhook hears of these events, or of what it hears of unless told.</summary>
    public async Task<JsonNode> CreateAsync(string prompt, string webhook, params string[] events)
    {
        var body = new JsonObject
        {
            ["version"] = Flux,
            ["input"] = FluxInput(prompt),
            ["webhook"] = webhook,
        };
        if (events.Length > 0)
        {
            body["webhook_events_filter"] = new JsonArray([.. events.Select(name => JsonValue.Create(name))]);
        }

        var (status, prediction) = await SendAsync(HttpMethod.Post, "/predictions", body);
        Assert.Equal(HttpStatusCode.Created, status);
        return prediction;
    }

    public async Task<JsonNode> UploadAsync(byte[] content, string name)
    {
        using var bytes = new ByteArrayContent(content);
        using var metadata = new StringContent("""{"customer":7}""");
        using var form = new MultipartFormDataContent { { bytes, "content", name }, { metadata, "metadata" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/replicate/v1/files") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, Canceled);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(Canceled))!;
    }

    public async Task SwitchOnAsync(object fault)
    {
        using var response = await http.PostAsJsonAsync("/simulator/faults", fault, Canceled);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    public async Task<JsonNode> SummaryAsync()
    {
        return (await http.GetFromJsonAsync<JsonNode>("/simulator/ledger/summary", Canceled))!;
    }

    public async Task<JsonNode> GetAsync(string id)
    {
        return (await SendAsync(HttpMethod.Get, $"/predictions/{id}")).Body;
    }

    public async Task<JsonNode> CountsAsync()
    {
        return (await http.GetFromJsonAsync<JsonNode>("/simulator/counts", Canceled))!;
    }

    public async Task<JsonArray> LedgerAsync()
    {
        return (await http.GetFromJsonAsync<JsonArray>("/simulator/predictions", Canceled))!;
    }

    /// <summary>Lets the simulated work run to its end, then looks at the prediction.</summary>
    public async Task<JsonNode> FinishAsync(string id)
    {
        clock?.Advance(TimeSpan.FromSeconds(10));
        JsonNode? prediction = null;
        await Patience.UntilAsync(async () =>
        {
            prediction = await GetAsync(id);
            return prediction["status"]!.GetValue<string>() is not ("starting" or "processing");
        });
        return prediction!;
    }

    public async Task<JsonNode> MakeAsync(string prompt, params string[] images)
    {
        return await FinishAsync(await CreateAsync(FluxInput(prompt, images)));
    }
}
