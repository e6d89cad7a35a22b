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

    /// <summary>What the answer is where it is not JSON.</summary>
    public string? MediaType { get; init; }

    /// <summary>A status without a body.</summary>
    public int? Also { get; init; }
}
