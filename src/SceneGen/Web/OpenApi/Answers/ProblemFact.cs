namespace SceneGen.Web.OpenApi.Answers;

/// <summary>The codes an operation may answer with a status.</summary>
internal sealed record ProblemFact(int Status, params string[] Codes);
