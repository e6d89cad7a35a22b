namespace SceneGen.Simulator.Replicate.Models;

/// <summary>One entry of <c>invalid_fields</c> in the provider's 422.</summary>
internal sealed record InvalidField(string Type, string Field, string Description);
