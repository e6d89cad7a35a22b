using System.Diagnostics;
using SceneGen.Web.Pages.Files;

namespace SceneGen.Tests.Web.Ui;

/// <summary>The modules of a component share one scope, in which no name may be given twice.</summary>
public sealed class When_a_component_is_joined : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("component-");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Components
        => [.. UiFiles.All.Select(file => file.Name).Where(UiComponent.IsOne)];

    [Theory]
    [MemberData(nameof(Components))]
    public async Task it_is_a_script_that_a_browser_can_read(string name)
        => Assert.Equal("", await FaultOfAsync(UiComponent.Join(name, UiFiles.Read)));

    [Fact]
    public async Task a_name_that_two_of_its_modules_give_is_found()
        => Assert.Contains(
            "Identifier 'limit' has already been declared",
            await FaultOfAsync(UiComponent.Join("scene-one.js", name => name switch
            {
                "scene-one.js" => "import './other.js';\nconst limit = 1;\n",
                _ => "export const limit = 2;\n",
            })),
            StringComparison.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> FaultOfAsync(string script)
    {
        var file = Path.Combine(_folder.FullName, "component.mjs");
        await File.WriteAllTextAsync(file, script, Stop);
        using var process = Process.Start(
            new ProcessStartInfo("node", ["--check", file]) { RedirectStandardError = true, UseShellExecute = false })!;
        var fault = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop).WaitAsync(TimeSpan.FromMinutes(1), TimeProvider.System, Stop);
        return fault;
    }
}
