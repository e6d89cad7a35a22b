using System.Text.Json;

namespace SceneGen.Tests.Web.Scenes;

internal sealed record ApiAnswer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    // For what a failed test prints.
    public override string ToString() => $"{Status} {Text}";

    public JsonElement Body => JsonDocument.Parse(Text).RootElement;

    public string Id => TextOf("id");

    public string Code => TextOf("code");

    public IEnumerable<string> WrongFields
        => Body.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order(StringComparer.Ordinal);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    private string TextOf(string name) => Body.GetProperty(name).GetString()!;
}
