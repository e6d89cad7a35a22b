using System.Text.Json.Nodes;
using SceneGen.Tests.Web.Contract.Services;

namespace SceneGen.Tests.Web.Contract.Walks;

/// <summary>What is refused or goes wrong wherever it is asked for.</summary>
internal sealed class ErrorsWalk(ApiWalk walk)
{
    private const int MoreThanMost = 70_000;
    private const int MoreThanBatches = 1_100_000;

    /// <summary>No field of any request is of this kind.</summary>
    private const string Misread = """{ "theme": {}, "reason": {}, "sessionId": {}, "scenes": {}, "seed": {} }""";

    public async Task GoAsync()
    {
        foreach (var (name, operation) in walk.Document.Operations)
        {
            var isWebhook = name.Contains("/webhooks/", StringComparison.Ordinal);
            await walk.ProbeAsync(name, 400, "host_unknown", null, ("Host:", "evil.example.org"));
            await walk.ProbeAsync(name, 500, "internal_error", null, Faults.Surprise);
            if (!name.StartsWith("GET", StringComparison.Ordinal) && !name.StartsWith("HEAD", StringComparison.Ordinal))
            {
                await walk.ProbeAsync(name, 403, "origin_refused", null, ("Origin:", "https://evil.example.org"));
            }

            if (operation.ContainsKey("requestBody") || isWebhook)
            {
                await RefuseBodiesAsync(name, isWebhook || name.EndsWith("/batch", StringComparison.Ordinal) ? MoreThanBatches : MoreThanMost);
            }

            if (operation.ContainsKey("requestBody"))
            {
                await walk.ProbeAsync(name, 400, "invalid_json", ApiWalk.Text("{", "application/json"));
                await walk.ProbeAsync(name, 400, "invalid_request", ApiWalk.Text(Misread, "application/json"));
            }

            if (!isWebhook && operation["responses"]!["415"] is not null)
            {
                await walk.ProbeAsync(name, 415, "not_json", ApiWalk.Text("a=b", "application/x-www-form-urlencoded"));
                await walk.ProbeAsync(name, 415, "not_json", new ByteArrayContent([(byte)'{', (byte)'}']));
            }

            await MisreadAsync(name, operation);
        }
    }

    /// <summary>Without a key, what a proxy passes on is nobody's.</summary>
    public static async Task GoWithoutKeysAsync(ApiWalk walk)
    {
        foreach (var name in walk.Document.Operations.Keys.Where(name => !name.Contains("/webhooks/", StringComparison.Ordinal)))
        {
            await walk.ProbeAsync(name, 401, "key_required", null, ("X-Forwarded-For:", "1.2.3.4"));
        }
    }

    private static IEnumerable<string> QueryOf(JsonObject operation)
        => (operation["parameters"]?.AsArray() ?? [])
            .Where(parameter => parameter!["in"]!.GetValue<string>() == "query")
            .Select(parameter => parameter!["name"]!.GetValue<string>());

    /// <summary>Each value that is wrong alone is named beside the others too.</summary>
    private async Task MisreadAsync(string name, JsonObject operation)
    {
        var wrong = new List<string>();
        foreach (var parameter in QueryOf(operation))
        {
            var answer = await walk.CallAsync(name, null, null, ("?", $"?{parameter}=perhaps"));
            if (NamesIn(answer).Contains(parameter))
            {
                wrong.Add(parameter);
            }
        }

        if (wrong.Count > 1)
        {
            var query = string.Join('&', wrong.Select(parameter => $"{parameter}=perhaps"));
            var all = await walk.CallAsync(name, 400, null, ("?", $"?{query}"));
            if (wrong.Except(NamesIn(all)).Any())
            {
                walk.Fault($"{name} does not name all of {query}: {all}");
            }
        }
    }

    private static IEnumerable<string> NamesIn(JsonNode? answer)
        => (answer as JsonObject)?["errors"]?.AsObject().Select(error => error.Key) ?? [];

    private async Task RefuseBodiesAsync(string name, int tooLarge)
    {
        var large = $"{{\"x\":\"{new string('x', tooLarge)}\"}}";
        await walk.ProbeAsync(name, 413, "body_too_large", ApiWalk.Text(large, "application/json"));
        await walk.ProbeAsync(name, 413, "body_too_large", new WithoutLength(large));
        await walk.ProbeAsync(name, 408, "request_too_slow", ApiWalk.Text("{}", "application/json"), Faults.SlowBody);
    }

    /// <summary>One whose end is known only when it has come.</summary>
    private sealed class WithoutLength : StringContent
    {
        public WithoutLength(string text)
            : base(text, System.Text.Encoding.UTF8, "application/json")
        {
            Headers.ContentLength = null;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
