using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using SceneGen.Tests.Assets;
using SceneGen.Tests.Conventions;

namespace SceneGen.Tests.Contracts;

public sealed class When_the_contracts_are_packed
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task the_package_holds_what_others_need_and_depends_on_nothing()
    {
        using var folder = new TestFolder();
        await PackAsync(folder.Root);

        var file = Assert.Single(Directory.GetFiles(folder.Root, "*.nupkg"));
        await using var package = await ZipFile.OpenReadAsync(file, Stop);
        var entries = package.Entries.Select(entry => entry.FullName).ToList();
        Assert.Contains("lib/net10.0/SceneGen.Contracts.dll", entries);
        Assert.Contains("lib/net10.0/SceneGen.Contracts.xml", entries);
        Assert.Contains("README.md", entries);
        Assert.Single(Directory.GetFiles(folder.Root, "*.snupkg"));
        var about = await ReadAboutAsync(package.GetEntry("SceneGen.Contracts.nuspec")!);
        Assert.Equal(
            ("SceneGen.Contracts", "Apache-2.0", "README.md"),
            (about["id"], about["license"], about["readme"]));
        Assert.NotEmpty(about["description"]);
        Assert.DoesNotContain("dependency", about.Keys);
    }

    private static async Task<Dictionary<string, string>> ReadAboutAsync(ZipArchiveEntry entry)
    {
        await using var text = await entry.OpenAsync(Stop);
        var about = await XDocument.LoadAsync(text, LoadOptions.None, Stop);
        return about.Descendants().GroupBy(element => element.Name.LocalName, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
    }

    /// <summary>Of what was built with this test.</summary>
    private static async Task PackAsync(string folder)
    {
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var start = new ProcessStartInfo(
            "dotnet",
            ["pack", Repository.PathOf("src/SceneGen.Contracts"), "--no-build", "--configuration", configuration, "--output", folder])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var packing = Process.Start(start)!;
        var said = await packing.StandardOutput.ReadToEndAsync(Stop);
        await packing.WaitForExitAsync(Stop);
        Assert.True(packing.ExitCode == 0, said);
    }
}
