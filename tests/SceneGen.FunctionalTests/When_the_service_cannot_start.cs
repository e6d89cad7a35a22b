namespace SceneGen.FunctionalTests;

public sealed class When_the_service_cannot_start
{
    [Fact]
    public Task without_a_token_it_says_how_to_set_one_or_start_the_simulator()
        => SaysAsync("SceneGen.dll", [], [], "REPLICATE_API_TOKEN", "simulator");

    [Theory]
    [InlineData("SceneGen.dll")]
    [InlineData("SceneGen.Simulator.dll")]
    public Task with_a_mistyped_command_it_tells_where_they_are_named(string program)
        => SaysAsync(program, [], ["migrat", "--urls", "http://127.0.0.1:0"], "'migrat'", "--help");

    [Fact]
    public Task on_an_address_others_can_reach_it_names_a_safe_one()
        => SaysAsync("SceneGen.Simulator.dll", [], ["--urls", "http://0.0.0.0:5999"], "http://0.0.0.0:5999", "127.0.0.1");

    [Fact]
    public Task with_an_outside_world_of_unknown_parts_it_names_the_known_ones()
        => SaysAsync("SceneGen.Simulator.dll", [], ["--only", "moon"], "moon", "replicate", "avatars");

    [Fact]
    public Task with_an_avatar_service_but_no_broker_it_names_the_setting()
        => SaysAsync("SceneGen.Simulator.dll", [], ["--only", "avatars"], "ConnectionStrings:Bus", "amqp://");

    [Fact]
    public Task with_a_wrong_duration_it_names_the_setting()
        => SaysAsync("SceneGen.Simulator.dll", [("Polling__First", "15")], [], "Polling:First", "2s");

    [Fact]
    public Task without_vips_it_names_the_package()
        => SaysAsync("SceneGen.Simulator.dll", [("PATH", DotnetFolder())], [], "libvips-tools");

    [Fact]
    public Task with_a_broker_that_is_none_it_says_how_one_is_written()
        => SaysAsync(
            "SceneGen.Simulator.dll", [("ConnectionStrings__Bus", "http://guest:hidden@localhost")], [],
            "ConnectionStrings:Bus", "amqp://user:password@host");

    [Fact]
    public Task with_a_database_it_may_not_enter_it_names_the_setting()
        => SaysAsync(
            "SceneGen.Simulator.dll",
            [("ConnectionStrings__Database", $"{Servers.Common().Postgres};Username=stranger;Password=hidden;Database=scenegen")],
            [],
            "ConnectionStrings:Database", "stranger");

    [Fact]
    public async Task because_of_a_broken_theme_it_names_file_and_line()
    {
        var folder = Directory.CreateTempSubdirectory("themes-").FullName;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "bad.yaml"), "id: bad\nversion: one\n", TestContext.Current.CancellationToken);

        await SaysAsync("SceneGen.Simulator.dll", [("Themes__Path", folder)], [], "bad.yaml", "line 2");

        Directory.Delete(folder, recursive: true);
    }

    private static async Task SaysAsync(
        string program, (string Name, string Value)[] settings, string[] arguments, params string[] words)
    {
        await using var process = new SceneGenProcess(program, settings);

        Assert.Equal(1, await process.EndAsync(arguments));

        Assert.All(words, word => Assert.Contains(word, process.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", process.Output, StringComparison.Ordinal);
    }

    /// <summary>Only links to what .NET and the shell need, so that nothing else is found.</summary>
    private static string DotnetFolder()
        => Path.GetDirectoryName(Environment.ProcessPath) is { } folder && File.Exists(Path.Combine(folder, "dotnet"))
            ? folder
            : Environment.GetEnvironmentVariable("DOTNET_ROOT") ?? "/usr/share/dotnet";
}
