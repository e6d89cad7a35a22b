using System.Text.Json.Nodes;

namespace SceneGen.Tests.Web.Contract;

/// <summary>Who may call an operation is as the document says of it, for each kind of caller there is.</summary>
public sealed class When_the_api_is_walked_with_keys(KeyedService service) : IClassFixture<KeyedService>
{
    private const string Bearer = "bearerAuth";
    private const string Session = "sessionCookie";
    private const string Operator = "operatorCookie";

    private int _sessions;

    [Fact]
    public async Task each_operation_lets_those_in_that_the_document_names()
    {
        var document = await ApiDocument.ReadAsync(service.Http);
        var walk = new ApiWalk(service.Http, document);
        foreach (var (name, operation) in document.Operations.Where(IsNoWebhook))
        {
            var schemes = SchemesOf(operation);
            if (schemes.Count == 0)
            {
                await ExpectEntranceAsync(walk, name, ("Accept", "*/*"));
                continue;
            }

            await walk.ProbeAsync(name, 401, "key_required");
            await walk.ProbeAsync(name, 401, "key_unknown", KeyOf("sg_wrong"));
            await walk.ProbeAsync(name, 401, "key_unknown", ("Authorization", "Basic c2c6c2c="));
            await walk.ProbeAsync(name, 403, "scope_missing", KeyOf(schemes.Contains(Operator) ? KeyedService.Scenes : KeyedService.Ops));
            await ExpectEntranceAsync(walk, name, KeyOf(schemes.Contains(Operator) ? KeyedService.Ops : KeyedService.Scenes));
            var token = await TokenAsync();
            if (schemes.Contains(Session))
            {
                await ExpectEntranceAsync(walk, name, KeyOf(token));
            }
            else
            {
                await walk.ProbeAsync(name, 403, "not_for_sessions", KeyOf(token));
            }
        }

        When_the_api_is_walked.ExpectNone(walk.Faults);
    }

    [Fact]
    public async Task a_cookie_is_as_good_as_its_session()
    {
        var document = await ApiDocument.ReadAsync(service.Http);
        var walk = new ApiWalk(service.Http, document);
        using var page = await service.Http.GetAsync("/", TestContext.Current.CancellationToken);
        var cookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        foreach (var (name, operation) in document.Operations.Where(one => one.Key.StartsWith("GET", StringComparison.Ordinal)))
        {
            var schemes = SchemesOf(operation);
            if (schemes.Contains(Bearer))
            {
                await walk.ProbeAsync(name, 401, "session_over", ("Cookie", "scenegen_session=forged"));
            }

            if (schemes.Contains(Bearer) && !schemes.Contains(Session))
            {
                await walk.ProbeAsync(name, 403, "not_for_sessions", ("Cookie", cookie));
            }
            else
            {
                await ExpectEntranceAsync(walk, name, ("Cookie", cookie));
            }
        }

        When_the_api_is_walked.ExpectNone(walk.Faults);
    }

    [Fact]
    public async Task whoever_asks_too_often_is_told_when_to_come_again()
    {
        var document = await ApiDocument.ReadAsync(service.Http);
        var walk = new ApiWalk(service.Http, document);
        var counted = document.Operations.Where(one => one.Value["responses"]!["429"] is not null).Select(one => one.Key).ToList();

        // A minute may end meanwhile, and its requests with it.
        foreach (var name in counted)
        {
            await walk.CallUntilAsync(name, 429, 2 * KeyedService.RequestsPerMinute + 1, KeyOf(KeyedService.Greedy));
        }

        Assert.Contains("POST /api/scenes", counted);
        When_the_api_is_walked.ExpectNone(walk.Faults);
    }

    private static async Task ExpectEntranceAsync(ApiWalk walk, string name, (string Name, string Value) header)
    {
        // These look at whose session it is besides.
        var isOfSession = name is "POST /api/sessions/enter" or "DELETE /api/sessions/{id}" or "DELETE /api/sessions";
        if (await walk.StatusAsync(name, header) is var status and (401 or 403) && !isOfSession)
        {
            walk.Faults.Add($"{name} answered {status} to who may call it by {header.Name}");
        }
    }

    private static (string Name, string Value) KeyOf(string secret) => ("Authorization", $"Bearer {secret}");

    // Its sender proves itself by a signature.
    private static bool IsNoWebhook(KeyValuePair<string, JsonObject> operation)
        => !operation.Key.Contains("/webhooks/", StringComparison.Ordinal);

    private static List<string> SchemesOf(JsonObject operation)
        => [.. operation["security"]!.AsArray().SelectMany(one => one!.AsObject()).Select(scheme => scheme.Key)];

    /// <summary>Of a session of its own, for one may ask only so often.</summary>
    private async Task<string> TokenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sessions")
        {
            Content = ApiWalk.Text($$"""{"sessionId":"walk-{{_sessions++}}"}""", "application/json"),
        };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {KeyedService.Scenes}");
        using var answer = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonNode.Parse(body)!["token"]!.GetValue<string>();
    }
}
