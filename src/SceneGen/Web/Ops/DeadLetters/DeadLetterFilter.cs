using SceneGen.Operations.DeadLetters;

namespace SceneGen.Web.Ops.DeadLetters;

/// <summary>What a group of dead letters has in common.</summary>
internal sealed record DeadLetterFilter(
    string? Queue, string? Type, string? Cause, DateTimeOffset? From, DateTimeOffset? To)
{
    public DeadLetterChoice Choice => new() { Queue = Queue, Type = Type, Cause = Cause, From = From, To = To };
}
