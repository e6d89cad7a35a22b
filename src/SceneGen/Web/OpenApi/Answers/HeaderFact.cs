namespace SceneGen.Web.OpenApi.Answers;

/// <summary>The headers that answers of a status may carry.</summary>
internal sealed record HeaderFact(int Status, params string[] Names);
