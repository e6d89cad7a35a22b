using System.Diagnostics;

namespace SceneGen.Tests.Simulator.Infrastructure;

/// <summary>A picture in a file of its own, looked at with the vips tools.</summary>
internal sealed class PictureFile : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.picture");

    public PictureFile(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
    }

    public Task<string> FieldAsync(string name)
    {
        return RunAsync("vipsheader", "-f", name, _path);
    }

    public Task<string> PixelAsync(int x, int y)
    {
        return RunAsync("vips", "getpoint", _path, $"{x}", $"{y}");
    }

    public void Dispose()
    {
        File.Delete(_path);
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.Trim();
    }
}
