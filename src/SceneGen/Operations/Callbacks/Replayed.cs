namespace SceneGen.Operations.Callbacks;

/// <summary>What an order has begun again.</summary>
/// <param name="Count">How many.</param>
/// <param name="Last">The last of them, where others come after it.</param>
internal sealed record Replayed(int Count, Guid? Last);
