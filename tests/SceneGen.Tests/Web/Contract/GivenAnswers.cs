using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace SceneGen.Tests.Web.Contract;

/// <summary>What was answered on any walk, to be held against all that the walked services' documents name.</summary>
internal sealed class GivenAnswers
{
    private readonly ConcurrentDictionary<string, bool> _given = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _named = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Faults { get; } = [];

    /// <summary>Named, and never given; of headers too.</summary>
    public IEnumerable<string> Missing => _named.Keys.Except(_given.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal);

    public void Expect(ApiDocument document)
    {
        foreach (var name in document.Answers)
        {
            _named.TryAdd(name, true);
        }
    }

    public void Note(string operation, HttpResponseMessage answer, string body)
    {
        var name = $"{operation}: {((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture)}";
        _given.TryAdd(name, true);
        if (body.Length > 0 && body[0] == '{' && JsonNode.Parse(body)!["code"] is { } code)
        {
            _given.TryAdd($"{name} {code}", true);
        }

        foreach (var header in answer.Headers.Select(header => header.Key))
        {
            _given.TryAdd($"{name} with {header}", true);
        }
    }
}
