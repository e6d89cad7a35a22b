using System.Diagnostics;
using SceneGen.Assets.S3;
using SceneGen.Tests.Conventions;

namespace SceneGen.Tests.Assets.S3;

/// <summary>An S3 service in a process of its own, with one bucket.</summary>
public sealed class S3Server : IAsyncLifetime
{
    private const string Bucket = "pictures";
    private static readonly string Program = Repository.PathOf("tests/SceneGen.Tests/Assets/S3");
    private readonly TestFolder _folder = new();
    private Process? _process;

    public S3Options Options { get; private set; } = new();

    public async ValueTask InitializeAsync()
    {
        Assert.True(
            Directory.Exists(Path.Combine(Program, "node_modules")),
            "The S3 service is not installed: run 'npm ci --ignore-scripts' in tests/SceneGen.Tests/Assets/S3.");
        _process = Process.Start(new ProcessStartInfo("node", ["server.mjs", _folder.Root, Bucket])
        {
            WorkingDirectory = Program,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var port = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Options = OptionsAt($"http://127.0.0.1:{port}");
    }

    public static S3Options OptionsAt(string url)
        => new() { ServiceUrl = url, Bucket = Bucket, AccessKey = "S3RVER", SecretKey = "S3RVER" };

    /// <summary>Where the service itself keeps an object.</summary>
    public string PathOf(string key) => _folder[$"{Bucket}/{key}._S3rver_object"];

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

        _folder.Dispose();
    }
}
