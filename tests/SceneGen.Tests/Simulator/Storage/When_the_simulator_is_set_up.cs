using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SceneGen.Simulator;
using SceneGen.Simulator.Painting;

namespace SceneGen.Tests.Simulator.Storage;

public sealed class When_the_simulator_is_set_up
{
    [Fact]
    public void durations_and_names_are_read()
    {
        var options = Bind(
            ("StartingTime", "50ms"), ("GenerationTime", "200ms"), ("OutputLifetime", "2h"), ("Painting", "plain"));

        Assert.Equal(TimeSpan.FromMilliseconds(50), options.StartingTime);
        Assert.Equal(TimeSpan.FromMilliseconds(200), options.GenerationTime);
        Assert.Equal(TimeSpan.FromHours(2), options.OutputLifetime);
        Assert.Equal(PaintingMode.Plain, options.Painting);
    }

    [Theory]
    [InlineData("GenerationTime", "15")]
    [InlineData("StartingTime", "2d")]
    [InlineData("OutputLifetime", "0s")]
    [InlineData("Painting", "cubist")]
    [InlineData("Path", "")]
    [InlineData("ApiToken", "")]
    [InlineData("PublicUrl", "localhost")]
    public void what_makes_no_sense_is_named(string setting, string value)
    {
        var error = Assert.Throws<OptionsValidationException>(() => Bind((setting, value)));

        Assert.StartsWith($"Simulator:{setting} is ", Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    private static SimulatorOptions Bind(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(
                settings.Select(setting => KeyValuePair.Create($"Simulator:{setting.Name}", (string?)setting.Value)))
            .Build();
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSimulator()
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<SimulatorOptions>>().Value;
    }
}
