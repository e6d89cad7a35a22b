namespace SceneGen.Web.Ops;

/// <summary>The provider's budget as it stands; <see cref="InFlight"/> is of the instance that answers.</summary>
internal sealed record ProviderResource(
    ProviderResource.Calls Limit,
    ProviderResource.Calls InForce,
    DateTimeOffset? CreatesPausedUntil,
    string Instance,
    ProviderResource.Counts InFlight,
    IReadOnlyList<ProviderResource.Slice> Slices)
{
    /// <summary>Calls a minute.</summary>
    internal sealed record Calls(double Creates, double Reads);

    internal sealed record Counts(int Creates, int Reads);

    internal sealed record Slice(string Instance, double CreatesPerMinute, double ReadsPerMinute, DateTimeOffset ExpiresAt);
}
