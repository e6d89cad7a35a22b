namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>Two instances with a budget that a crowd feels, and a provider that reports to whichever asked.</summary>
[CollectionDefinition(Shared)]
public sealed class HostileProvider() : Installation("one", "two"), ICollectionFixture<HostileProvider>
{
    public const string Shared = "A hostile provider";

    public const int CreatesPerMinute = 900;

    protected override IEnumerable<(string Name, string Value)> MoreSettings() =>
    [
        ("Replicate__CreatesPerMinute", $"{CreatesPerMinute}"),
        ("Replicate__WebhookBaseUrl", SceneGenProcess.OwnUrl),
        ("Polling__WebhookGrace", "3s"),
    ];
}
