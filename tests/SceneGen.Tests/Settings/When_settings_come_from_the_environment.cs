using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SceneGen.Settings;

namespace SceneGen.Tests.Settings;

[Collection(OneAtATime.Name)]
public sealed class When_settings_come_from_the_environment : IDisposable
{
    private readonly EnvironmentScope _environment = new();
    private readonly string _file = Path.GetTempFileName();

    public void Dispose()
    {
        _environment.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public void the_prefix_wins_over_the_plain_name()
    {
        _environment.Set("SceneGen__Sample__Name", "prefixed").Set("Sample__Name", "plain");

        Assert.Equal("prefixed", Configure()["Sample:Name"]);
    }

    [Fact]
    public void the_plain_name_is_enough()
    {
        _environment.Set("Sample__Name", "plain");

        Assert.Equal("plain", Configure()["Sample:Name"]);
    }

    [Fact]
    public void the_command_line_wins_over_everything()
    {
        File.WriteAllText(_file, "from the file");
        _environment
            .Set("SceneGen__Sample__Name", "prefixed").Set("Sample__Name", "plain")
            .Set("SceneGen__Sample__Name_FILE", _file).Set("Sample__Name_FILE", _file);

        Assert.Equal("typed", Configure("--Sample:Name", "typed")["Sample:Name"]);
        Assert.Equal("typed", WebApplication.CreateSlimBuilder(["--Sample:Name=typed"])
            .Configuration.AddSceneGenSources()["Sample:Name"]);
    }

    [Fact]
    public void another_argument_on_the_command_line_changes_nothing()
    {
        _environment.Set("SceneGen__Sample__Name", "prefixed").Set("Sample__Name", "plain");

        Assert.Equal("prefixed", Configure("--urls", "http://127.0.0.1:0")["Sample:Name"]);
    }

    [Theory]
    [InlineData("Sample__Name_FILE", "Sample:Name")]
    [InlineData("SceneGen__Sample__Name_FILE", "Sample:Name")]
    [InlineData("REPLICATE_API_TOKEN_FILE", "Replicate:ApiToken")]
    public void a_named_file_gives_the_value(string variable, string key)
    {
        File.WriteAllText(_file, " from the file\n");
        _environment.Set(variable, _file);

        Assert.Equal("from the file", Configure()[key]);
    }

    [Fact]
    public void a_named_file_wins_over_a_value_of_the_same_kind_and_the_prefix_over_both()
    {
        File.WriteAllText(_file, "from the file");
        _environment.Set("Sample__Name_FILE", _file).Set("Sample__Name", "plain");
        Assert.Equal("from the file", Configure()["Sample:Name"]);

        _environment.Set("SceneGen__Sample__Name", "prefixed");
        Assert.Equal("prefixed", Configure()["Sample:Name"]);

        _environment.Set("SceneGen__Sample__Name_FILE", _file);
        Assert.Equal("from the file", Configure()["Sample:Name"]);
    }

    [Theory]
    [InlineData("Sample__Name_FILE", "Sample:Name_FILE")]
    [InlineData("SceneGen__Sample__ApiToken_FILE", "Sample:ApiToken_FILE")]
    [InlineData("REPLICATE_API_TOKEN_FILE", "REPLICATE_API_TOKEN_FILE")]
    public void a_file_that_cannot_be_read_is_told_with_its_key_and_path(string variable, string key)
    {
        _environment.Set(variable, "/nowhere/at/all");

        var refusal = Assert.Throws<OptionsValidationException>(() => Configure());

        Assert.Equal(
            $"{key} is '/nowhere/at/all': make it the path of a file that this service may read.", refusal.Message);
    }

    [Fact]
    public void a_folder_is_no_file()
    {
        _environment.Set("Sample__Name_FILE", Path.GetTempPath());

        Assert.Throws<OptionsValidationException>(() => Configure());
    }

    [Fact]
    public void variables_of_other_programs_are_left_alone()
    {
        _environment.Set("SSL_CERT_FILE", "/nowhere/at/all");

        Assert.Null(Configure()["SSL_CERT"]);
    }

    [Fact]
    public void the_providers_own_variable_is_the_weakest_source_of_the_token()
    {
        _environment.Set("REPLICATE_API_TOKEN", "alias");
        Assert.Equal("alias", Configure()["Replicate:ApiToken"]);

        _environment.Set("Replicate__ApiToken", "plain");
        Assert.Equal("plain", Configure()["Replicate:ApiToken"]);
    }

    private static IConfigurationManager Configure(params string[] arguments) =>
        WebApplication.CreateBuilder(arguments).Configuration.AddSceneGenSources();
}
