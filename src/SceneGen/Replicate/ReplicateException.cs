using System.Net;

namespace SceneGen.Replicate;

/// <summary>A call to the provider that did not succeed.</summary>
public sealed class ReplicateException(string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Null when no answer came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Whether the provider may have done what was asked all the same.</summary>
    public bool OutcomeIsUnknown { get; init; }

    /// <summary>How long the provider asks us to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What the provider's answer says in words, as it may be stored; empty where it says nothing.</summary>
    public string Detail { get; init; } = "";

    /// <summary>How many creations a minute the provider says it takes for now.</summary>
    public int? LimitPerMinute { get; init; }

    /// <summary>The fields of the input it refuses, such as <c>input.prompt</c>.</summary>
    public IReadOnlyList<string> InvalidFields { get; init; } = [];
}
