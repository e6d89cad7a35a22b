namespace SceneGen.Simulator.Avatars;

/// <summary>The body that makes an avatar of a sample.</summary>
internal sealed record CreateAvatar
{
    public string? Sample { get; init; }

    public string? SessionId { get; init; }

    public string? Name { get; init; }

    public string? Theme { get; init; }

    public Guid? SceneId { get; init; }

    public Dictionary<string, string[]> Check()
    {
        var faults = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (SampleLibrary.Find(Sample) is null)
        {
            var known = string.Join(", ", SampleLibrary.All.Select(sample => sample.Id));
            faults["sample"] = [$"sample must be one of: {known}."];
        }

        if (SessionId is null || SessionId.Length is 0 or > 128 || SessionId.Any(letter => letter is <= ' ' or '\x7f'))
        {
            faults["sessionId"] = ["sessionId must be 1 to 128 visible characters."];
        }

        if (Name?.Length is 0 or > 100)
        {
            faults["name"] = ["name must be 1 to 100 characters."];
        }

        return faults;
    }
}
