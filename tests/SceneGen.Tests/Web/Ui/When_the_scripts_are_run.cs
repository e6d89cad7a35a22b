using System.Diagnostics;
using SceneGen.Tests.Conventions;

namespace SceneGen.Tests.Web.Ui;

public sealed class When_the_scripts_are_run
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task they_do_what_their_own_tests_say()
    {
        var folder = Repository.PathOf("tests/SceneGen.Tests/Web/Ui/Scripts");
        var start = new ProcessStartInfo("node", ["--test", .. Directory.EnumerateFiles(folder, "*.test.mjs").Order()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Canceled);
        var errors = process.StandardError.ReadToEndAsync(Canceled);
        await process.WaitForExitAsync(Canceled).WaitAsync(TimeSpan.FromMinutes(2), TimeProvider.System, Canceled);

        Assert.True(process.ExitCode == 0, $"{await output}{await errors}");
    }
}
