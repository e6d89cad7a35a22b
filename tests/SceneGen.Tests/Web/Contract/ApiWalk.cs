using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace SceneGen.Tests.Web.Contract;

/// <summary>Calls the operations of one service, and notes what was answered and what of it is not as it was promised.</summary>
/// <param name="http">The service.</param>
/// <param name="document">What it promises.</param>
/// <param name="given">What was answered so far.</param>
/// <param name="key">What a request shows that says nothing of who sends it; null for nothing.</param>
internal sealed class ApiWalk(HttpClient http, ApiDocument document, GivenAnswers given, string? key = null)
{
    public ApiDocument Document => document;

    public string Address => http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>All of its document has to be given by the end.</summary>
    public static async Task<ApiWalk> BeginAsync(HttpClient http, GivenAnswers given, string? key = null)
    {
        var document = await ApiDocument.ReadAsync(http);
        given.Expect(document);
        return new ApiWalk(http, document, given, key);
    }

    /// <summary>
    /// Goes the way of success, or of the error that is expected. A value is of the path; of the query where it is called ?, and
    /// a header's where it ends with a colon. Without a status any is well that is documented.
    /// </summary>
    public async Task<JsonNode?> CallAsync(string operation, int? status, object? body = null, params (string Name, string Value)[] values)
    {
        using var request = RequestOf(operation, values);
        request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body));
        var (actual, shown) = await SendAsync(operation, request);
        if (actual != (status ?? actual))
        {
            Fault($"{operation} answered {actual} instead of {status}: {shown}");
        }

        return string.IsNullOrEmpty(shown) || shown[0] is not ('{' or '[') ? null : JsonNode.Parse(shown);
    }

    /// <summary>Sends what is wrong in some way; the answer has to be this error.</summary>
    public async Task ProbeAsync(
        string operation, int status, string code, object? body = null, params (string Name, string Value)[] values)
    {
        using var request = RequestOf(operation, values);
        request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body));

        // A body that is not wanted need not be sent.
        request.Headers.ExpectContinue = body is HttpContent;
        var (actual, shown) = await SendAsync(operation, request);
        var isHead = request.Method == HttpMethod.Head;
        if (actual != status || (!isHead && !shown.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal)))
        {
            Fault($"{operation} answered {actual} instead of {status} {code}: {shown}");
        }
    }

    public async Task<int> StatusAsync(string operation, params (string Name, string Value)[] values)
    {
        using var request = RequestOf(operation, values);
        return (await SendAsync(operation, request)).Status;
    }

    public void Fault(string what) => given.Faults.Enqueue(what);

    public static StringContent Text(string text, string mediaType) => new(text, Encoding.UTF8, mediaType);

    public static (string Name, string Value) Shows(string secret) => ("Authorization:", $"Bearer {secret}");

    private HttpRequestMessage RequestOf(string operation, (string Name, string Value)[] values)
    {
        var parts = operation.Split(' ');
        var path = values.Where(value => value.Name != "?")
            .Aggregate(parts[1], (text, value) => text.Replace($"{{{value.Name}}}", value.Value, StringComparison.Ordinal));
        path = path
            .Replace("/themes/{id}", "/themes/neon-city", StringComparison.Ordinal)
            .Replace("/callbacks/{id}", $"/callbacks/msg_{Guid.NewGuid():N}", StringComparison.Ordinal)
            .Replace("{name}", "provider", StringComparison.Ordinal)
            .Replace("{owner}/{model}", "model:black-forest-labs/flux-2-pro", StringComparison.Ordinal)
            .Replace("{sha256}", new string('a', 64), StringComparison.Ordinal)
            .Replace("{ext}", "jpg", StringComparison.Ordinal)
            .Replace("{id}", $"{Guid.NewGuid()}", StringComparison.Ordinal)
            .Replace("{avatarId}", $"{Guid.NewGuid()}", StringComparison.Ordinal)
            .Replace("{token}", "token", StringComparison.Ordinal);
        var query = string.Concat(values.Where(value => value.Name == "?").Select(value => value.Value));
        var request = new HttpRequestMessage(new HttpMethod(parts[0]), path + query);
        foreach (var (name, value) in values.Where(value => value.Name[^1] == ':'))
        {
            request.Headers.TryAddWithoutValidation(name[..^1], value);
        }

        if (key is not null && !request.Headers.Contains("Authorization") && !request.Headers.Contains("Cookie"))
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        }

        return request;
    }

    private async Task<(int Status, string Body)> SendAsync(string operation, HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, Stop);
        var body = await answer.Content.ReadAsStringAsync(Stop);
        given.Note(operation, answer, body);
        foreach (var fault in await document.FaultsAsync(operation, answer))
        {
            Fault(fault);
        }

        return ((int)answer.StatusCode, body);
    }
}
