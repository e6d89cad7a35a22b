using System.Security.Cryptography;
using System.Text;

namespace SceneGen.BrowserTests.Embedding;

/// <summary>The service where a picture is its session's alone, and a main application that has a key to it.</summary>
public sealed class PrivatePictures : IAsyncLifetime
{
    private const string Key = "application-0123456789abcdef0123456789abcdef";

    private readonly SceneGenProcess _process;

    public PrivatePictures()
        => _process = new SceneGenProcess(
            "SceneGen.Simulator.dll",
            ("Simulator__ApiToken", Secrets.ApiToken),
            ("Simulator__StartingTime", "50ms"),
            ("Simulator__GenerationTime", "400ms"),
            ("Simulator__Painting", "plain"),
            ("Polling__First", "200ms"),
            ("Images__Links", "session"),
            ("Embedding__Origins__0", Application.Url),
            ("Auth__Keys__0__Name", "main-application"),
            ("Auth__Keys__0__Sha256", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))),
            ("Auth__Keys__0__Scopes__0", "scenes"));

    public MainApplication Application { get; } = new();

    public string Url => _process.Url;

    public async ValueTask InitializeAsync()
    {
        await _process.StartAsync();
        await Application.StartAsync(Url, Key);
    }

    public async ValueTask DisposeAsync()
    {
        var output = _process.Output;
        await _process.DisposeAsync();
        await Application.DisposeAsync();
        Secrets.AssertNoneIn(output);
        Assert.DoesNotContain(Key, output, StringComparison.Ordinal);
    }
}
