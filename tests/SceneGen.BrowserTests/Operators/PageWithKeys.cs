using System.Security.Cryptography;
using System.Text;

namespace SceneGen.BrowserTests.Operators;

/// <summary>The service as it is once there are API keys.</summary>
public sealed class PageWithKeys : IAsyncLifetime
{
    public const string OperatorKey = "operator-0123456789abcdef0123456789abcdef";
    public const string SceneKey = "scenes-0123456789abcdef0123456789abcdef";

    private readonly SceneGenProcess _process = new(
        "SceneGen.Simulator.dll",
        ("Simulator__ApiToken", Secrets.ApiToken),
        ("Simulator__StartingTime", "50ms"),
        ("Simulator__GenerationTime", "400ms"),
        ("Simulator__Painting", "plain"),
        ("Polling__First", "200ms"),
        ("Auth__Keys__0__Name", "operator"),
        ("Auth__Keys__0__Sha256", HashOf(OperatorKey)),
        ("Auth__Keys__0__Scopes__0", "ops"),
        ("Auth__Keys__1__Name", "main-application"),
        ("Auth__Keys__1__Sha256", HashOf(SceneKey)),
        ("Auth__Keys__1__Scopes__0", "scenes"));

    public string Url => _process.Url;

    public async ValueTask InitializeAsync() => await _process.StartAsync();

    public async ValueTask DisposeAsync()
    {
        var output = _process.Output;
        await _process.DisposeAsync();
        Secrets.AssertNoneIn(output);
        Assert.DoesNotContain(OperatorKey, output, StringComparison.Ordinal);
    }

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
