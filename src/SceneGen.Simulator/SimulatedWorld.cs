namespace SceneGen.Simulator;

/// <summary>Settings under which the service takes this program for its provider and its avatar service.</summary>
internal static class SimulatedWorld
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Behind every index a user is likely to give, so that the user's own trusted hosts count as well.</summary>
    private const int LastPlace = 1_000_000;

    public static void PointAtSimulator(this WebApplicationBuilder builder)
    {
        var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? DefaultUrl;

        // Who listens everywhere is found by itself on loopback.
        var url = new Uri(urls.Split(';')[0].TrimEnd('/').Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal));

        // Last, and so above a token in the environment: a real one is never shown to a fake.
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Simulator:PublicUrl"] = url.GetLeftPart(UriPartial.Authority),
            ["Replicate:BaseUrl"] = new Uri(url, "/replicate/v1").ToString(),
            ["Replicate:ApiToken"] = builder.Configuration["Simulator:ApiToken"] ?? new SimulatorOptions().ApiToken,
            ["Replicate:OutputHosts:0"] = url.Authority,
            [$"Fetching:TrustedHosts:{LastPlace}"] = url.Authority,
        });
    }
}
