namespace SceneGen.Tests.Replicate;

/// <summary>A request as it came to the provider.</summary>
internal sealed record SeenRequest(
    string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
