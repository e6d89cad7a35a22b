using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace SceneGen.Web.Scenes.Resources;

/// <summary>What came of one scene of a batch: what the scene alone would have been answered.</summary>
internal sealed record BatchItem(int Index, int Status)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SceneResource? Scene { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProblemDetails? Problem { get; init; }
}
