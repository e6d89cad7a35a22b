using System.Text.Json;

namespace SceneGen.FunctionalTests.Themes;

public sealed class When_the_operator_looks_at_themes : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("themes-").FullName;

    [Fact]
    public async Task the_shipped_ones_are_right()
    {
        var (code, output) = await RunAsync([], "themes", "check");

        Assert.Equal(0, code);
        Assert.Contains("coral-reef version 2: right.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task every_wrong_one_is_named_with_its_line()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "a.yaml"), "id: a\nversion: one\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(_folder, "b.yaml"), "name: B\nid: c\n", TestContext.Current.CancellationToken);

        var (code, output) = await RunAsync([("Themes__Path", _folder)], "themes", "check");

        Assert.Equal(1, code);
        Assert.Contains("a.yaml, line 2: ", output, StringComparison.Ordinal);
        Assert.Contains("b.yaml, line 2: id is 'c'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_preview_is_the_one_of_the_api()
    {
        var (code, output) = await RunAsync(
            [], "themes", "preview", "neon-city", "--kind", "robot", "--name", "Bolt", "--model", "black-forest-labs/flux-2-pro", "--seed", "5");

        Assert.Equal(0, code);
        var preview = JsonElement.Parse(output);
        Assert.Contains("(named \"Bolt\")", preview.GetProperty("prompt").GetString(), StringComparison.Ordinal);
        Assert.Equal(5, preview.GetProperty("input").GetProperty("seed").GetInt32());
    }

    [Theory]
    [InlineData("there are: beach-sunset", "preview", "atlantis")]
    [InlineData("there are: human", "preview", "neon-city", "--kind", "ghost")]
    [InlineData("--seed takes", "preview", "neon-city", "--seed", "x")]
    [InlineData("Write 'themes check'", "paint")]
    public async Task what_there_is_not_is_told_in_a_sentence(string sentence, params string[] words)
    {
        var (code, output) = await RunAsync([], ["themes", .. words]);

        Assert.Equal(1, code);
        Assert.Contains(sentence, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task<(int Code, string Output)> RunAsync(
        (string Name, string Value)[] settings, params string[] arguments)
    {
        await using var process = new SceneGenProcess("SceneGen.dll", settings);
        var code = await process.EndAsync(arguments);
        return (code, process.Output);
    }
}
