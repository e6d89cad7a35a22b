namespace SceneGen.Web.OpenApi;

/// <summary>The codes an operation may answer with a status.</summary>
internal sealed record ProblemFact(int Status, params string[] Codes);
