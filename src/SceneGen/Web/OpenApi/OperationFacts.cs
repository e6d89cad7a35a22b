using SceneGen.Web.Access;
using SceneGen.Web.OpenApi.Answers;

namespace SceneGen.Web.OpenApi;

/// <summary>What the code of a route does not say by itself.</summary>
/// <param name="Route">As <c>POST /api/scenes</c>.</param>
internal sealed record OperationFacts(string Route)
{
    /// <summary>Null where the route says it.</summary>
    public string? Summary { get; init; }

    /// <summary>Beside those of every route: see <see cref="HeaderParameters"/>.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>Codes of errors beside those of every route: see <see cref="CommonProblems"/>.</summary>
    public IReadOnlyList<ProblemFact> Problems { get; init; } = [];

    /// <summary>Headers of its answers beside those of every route: see <see cref="AnswerHeaders"/>.</summary>
    public IReadOnlyList<HeaderFact> Answers { get; init; } = [];

    /// <summary>What the answer is where it is not JSON.</summary>
    public string? MediaType { get; init; }

    /// <summary>A status without a body.</summary>
    public int? Also { get; init; }

    /// <summary>Its callers may wait for as long as they wish.</summary>
    public bool MayTakeLong { get; init; }

    /// <summary>What cannot be read of its query is as if it were not there.</summary>
    public bool IsLenient { get; init; }

    /// <summary>Its own code reads nothing from the database; who calls may still have to be looked up there.</summary>
    public bool IsByHeart { get; init; }

    public string Method => Route.Split(' ')[0];

    public string Path => Route.Split(' ')[1];

    public bool IsWebhook => Path.StartsWith("/webhooks/", StringComparison.Ordinal);

    public bool IsForUsers
        => Path.StartsWith("/api/", StringComparison.Ordinal) && !Path.StartsWith("/api/ops/", StringComparison.Ordinal);

    /// <summary>Whether it counts among its caller's requests of a minute.</summary>
    public bool IsCounted(AccessNeed need) => IsForUsers && need is not AccessNeed.Open;
}
