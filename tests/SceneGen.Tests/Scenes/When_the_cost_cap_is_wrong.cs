using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SceneGen.Scenes.Options;
using SceneGen.Settings;

namespace SceneGen.Tests.Scenes;

public sealed class When_the_cost_cap_is_wrong
{
    [Theory]
    [InlineData("0", "Scenes:CostCap is 0: set it from 0.01 to 1000.")]
    [InlineData("0.009", "Scenes:CostCap is 0.009: set it from 0.01 to 1000.")]
    [InlineData("1000.01", "Scenes:CostCap is 1000.01: set it from 0.01 to 1000.")]
    [InlineData("one", "Scenes:CostCap is 'one': write a number from 0.01 to 1000.")]
    public void one_sentence_says_how_to_mend_it(string value, string sentence)
        => Assert.Equal(
            [sentence],
            Assert.Throws<OptionsValidationException>(() => Read(value)).Failures);

    [Theory]
    [InlineData("0.01")]
    [InlineData("1000")]
    [InlineData("2.5")]
    public void any_other_is_taken(string value)
        => Assert.Equal(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), Read(value).CostCap);

    [Fact]
    public void without_one_it_is_a_dollar() => Assert.Equal(1.00m, new SceneOptions().CostCap);

    private static SceneOptions Read(string costCap)
    {
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new("Scenes:CostCap", costCap)])
                .Build())
            .AddSettings<SceneOptions>("Scenes")
            .BuildServiceProvider();
        return services.GetRequiredService<IOptions<SceneOptions>>().Value;
    }
}
