using System.Text.Json;

namespace SceneGen.Replicate.Wire;

/// <summary>The body of an error, which may lack any of this, or be no JSON at all.</summary>
public sealed record ReplicateError
{
    public string? Title { get; init; }

    public string? Detail { get; init; }

    public double? RetryAfter { get; init; }

    public IReadOnlyList<InvalidInput>? InvalidFields { get; init; }

    public static ReplicateError Parse(string body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ReplicateJson.Default.ReplicateError) ?? new ReplicateError();
        }
        catch (JsonException)
        {
            // A proxy's page, or plain text: the status code alone has to do.
            return new ReplicateError();
        }
    }

    /// <summary>A field of the input that the model refuses.</summary>
    public sealed record InvalidInput
    {
        public string? Field { get; init; }

        public string? Description { get; init; }
    }
}
