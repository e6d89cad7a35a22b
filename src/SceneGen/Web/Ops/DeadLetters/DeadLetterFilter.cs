using System.Text.Json.Serialization;
using SceneGen.Operations.DeadLetters;

namespace SceneGen.Web.Ops.DeadLetters;

/// <summary>What a group of dead letters has in common.</summary>
internal sealed record DeadLetterFilter(
    string? Queue, string? Type, string? Cause, DateTimeOffset? From, DateTimeOffset? To)
{
    [JsonIgnore]
    public DeadLetterChoice Choice => new() { Queue = Queue, Type = Type, Cause = Cause, From = From, To = To };

    public override string ToString()
    {
        string?[] parts = [
            Part("queue", Queue), Part("type", Type), Part("cause", Cause), Part("from", $"{From:O}"), Part("to", $"{To:O}")];
        return parts.OfType<string>().ToArray() is { Length: > 0 } given ? string.Join(", ", given) : "all";
    }

    private static string? Part(string name, string? value) => string.IsNullOrEmpty(value) ? null : $"{name} {value}";
}
