using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SceneGen.Tests.Web.Contract;

/// <summary>A file of requests as editors run it: variables, names, and what a named one was answered.</summary>
internal sealed partial class HttpFile(string text)
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonNode?> _answers = new(StringComparer.Ordinal);

    /// <summary>Each request in order, and its status.</summary>
    public async Task<IReadOnlyList<(string Request, int Status)>> RunAsync(
        HttpClient http, IReadOnlyDictionary<string, string> given, CancellationToken cancellationToken)
    {
        var done = new List<(string, int)>();
        foreach (var part in Separator().Split(text))
        {
            var lines = part.Split('\n');
            foreach (var variable in lines.Where(line => line.StartsWith('@')).Select(line => line[1..].Split('=', 2)))
            {
                var name = variable[0].Trim();
                _variables[name] = given.TryGetValue(name, out var value) ? value : variable[1].Trim();
            }

            var request = lines.SkipWhile(line => line.Length == 0 || line[0] is '#' or '@').ToList();
            if (request.Count > 0)
            {
                var status = await SendAsync(request, NameIn(lines), http, cancellationToken);
                done.Add((request[0], status));
            }
        }

        return done;
    }

    private static string? NameIn(string[] lines)
        => Array.Find(lines, line => line.StartsWith("# @name ", StringComparison.Ordinal))?["# @name ".Length..].Trim();

    private async Task<int> SendAsync(
        List<string> lines, string? name, HttpClient http, CancellationToken cancellationToken)
    {
        var first = Fill(lines[0]).Split(' ', 2);
        using var request = new HttpRequestMessage(new HttpMethod(first[0]), first[1].Trim());
        var headers = lines.Skip(1).TakeWhile(line => line.Length > 0).Select(line => line.Split(':', 2)).ToList();
        var body = string.Join('\n', lines.Skip(headers.Count + 2)).Trim();
        if (body.Length > 0)
        {
            var type = headers.Single(header => header[0] == "Content-Type")[1].Trim();
            request.Content = new StringContent(Fill(body), Encoding.UTF8, type);
        }

        foreach (var header in headers.Where(header => header[0] != "Content-Type"))
        {
            request.Headers.TryAddWithoutValidation(header[0], Fill(header[1].Trim()));
        }

        using var answer = await http.SendAsync(request, cancellationToken);
        var shown = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (name is not null)
        {
            _answers[name] = JsonNode.Parse(shown);
        }

        return (int)answer.StatusCode;
    }

    private string Fill(string template) => Placeholder().Replace(template, match =>
    {
        var path = match.Groups["what"].Value.Split('.');
        return path switch
        {
            ["$guid"] => Guid.NewGuid().ToString(),
            [var variable] => _variables[variable],
            [var name, "response", "body", var field] => _answers[name]![field]!.ToString(),
            _ => throw new InvalidDataException(match.Value),
        };
    });

    [GeneratedRegex("^###.*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\{\{(?<what>[^}]+)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Placeholder();
}
