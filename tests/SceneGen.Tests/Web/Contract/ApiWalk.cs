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

    /// <summary>Goes the way of success, or of the error that is expected.</summary>
    public async Task<JsonNode?> CallAsync(string operation, int status, object? body = null, params (string Name, string Value)[] values)
    {
        _walked.Add(operation);
        using var request = RequestOf(operation, values);
        request.Content = body is null ? null : JsonContent.Create(body);
        var (actual, shown) = await SendAsync(operation, request);
        if (actual != status)
        {
            Faults.Add($"{operation} answered {actual} instead of {status}: {shown}");
        }

        return string.IsNullOrEmpty(shown) || shown[0] is not ('{' or '[') ? null : JsonNode.Parse(shown);
    }

    /// <summary>Sends what is wrong in some way; the answer has to be this error.</summary>
    public async Task ProbeAsync(
        string operation, int status, string code, (string Name, string Value)? header = null, HttpContent? content = null)
    {
        using var request = RequestOf(operation, []);
        if (header is { } given)
        {
            request.Headers.TryAddWithoutValidation(given.Name, given.Value);
        }

        request.Content = content;
        var (actual, shown) = await SendAsync(operation, request);
        var isHead = request.Method == HttpMethod.Head;
        if (actual != status || (!isHead && !shown.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal)))
        {
            Faults.Add($"{operation} answered {actual} instead of {status} {code}: {shown}");
        }
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
        return new HttpRequestMessage(new HttpMethod(parts[0]), path + query);
    }

    private async Task<(int Status, string Body)> SendAsync(string operation, HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, Stop);
        Faults.AddRange(await document.FaultsAsync(operation, answer));
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
