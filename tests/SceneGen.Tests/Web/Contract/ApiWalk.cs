using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace SceneGen.Tests.Web.Contract;

/// <summary>Calls operations, and remembers which were called and what was not as it was promised.</summary>
internal sealed class ApiWalk(HttpClient http, ApiDocument document)
{
    private readonly HashSet<string> _walked = new(StringComparer.Ordinal);

    public List<string> Faults { get; } = [];

    public IEnumerable<string> NotWalked => document.Operations.Keys.Except(_walked);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>
    /// Goes the way of success, or of the error that is expected. A value is of the path; of the query where it is called ?, and
    /// a header's where it ends with a colon. Without a status any is well that is documented.
    /// </summary>
    public async Task<JsonNode?> CallAsync(string operation, int? status, object? body = null, params (string Name, string Value)[] values)
    {
        _walked.Add(operation);
        using var request = RequestOf(operation, values);
        request.Content = body is null ? null : JsonContent.Create(body);
        var (actual, shown) = await SendAsync(operation, request);
        if (actual != (status ?? actual))
        {
            Faults.Add($"{operation} answered {actual} instead of {status}: {shown}");
        }

        return string.IsNullOrEmpty(shown) || shown[0] is not ('{' or '[') ? null : JsonNode.Parse(shown);
    }

    /// <summary>Sends what is wrong in some way; the answer has to be this error.</summary>
    public async Task ProbeAsync(
        string operation, int status, string code, (string Name, string Value)? header = null, HttpContent? content = null)
    {
        using var request = RequestOf(operation, header is { } given ? [($"{given.Name}:", given.Value)] : []);
        request.Content = content;

        // A body that is not wanted need not be sent.
        request.Headers.ExpectContinue = content is not null;
        var (actual, shown) = await SendAsync(operation, request);
        var isHead = request.Method == HttpMethod.Head;
        if (actual != status || (!isHead && !shown.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal)))
        {
            Faults.Add($"{operation} answered {actual} instead of {status} {code}: {shown}");
        }
    }

    /// <summary>Calls until it is answered so; what comes before has to be documented, too.</summary>
    public async Task CallUntilAsync(string operation, int status, int most, (string Name, string Value) header)
    {
        for (var calls = 0; calls < most; calls++)
        {
            using var request = RequestOf(operation, [($"{header.Name}:", header.Value)]);
            if ((await SendAsync(operation, request)).Status == status)
            {
                return;
            }
        }

        Faults.Add($"{operation} never answered {status}");
    }

    public async Task<int> StatusAsync(string operation, (string Name, string Value) header)
    {
        using var request = RequestOf(operation, [($"{header.Name}:", header.Value)]);
        return (await SendAsync(operation, request)).Status;
    }

    public static StringContent Text(string text, string mediaType) => new(text, Encoding.UTF8, mediaType);

    private static HttpRequestMessage RequestOf(string operation, (string Name, string Value)[] values)
    {
        var parts = operation.Split(' ');
        var path = values.Where(value => value.Name != "?")
            .Aggregate(parts[1], (text, value) => text.Replace($"{{{value.Name}}}", value.Value, StringComparison.Ordinal));
        path = path
            .Replace("/themes/{id}", "/themes/neon-city", StringComparison.Ordinal)
            .Replace("{name}", "provider", StringComparison.Ordinal)
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

        return request;
    }

    private async Task<(int Status, string Body)> SendAsync(string operation, HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, Stop);
        Faults.AddRange(await document.FaultsAsync(operation, answer));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
