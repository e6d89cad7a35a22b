using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SceneGen.Tests.Settings;

public sealed class When_settings_are_configured
{
    [Fact]
    public void every_type_is_read()
    {
        var options = SampleSettings.Read(new Dictionary<string, string?>
        {
            ["Sample:First"] = "500ms",
            ["sample:attempts"] = "7",
            ["Sample:Limit"] = "9000000000",
            ["Sample:Jitter"] = "0.5",
            ["Sample:Cost"] = "1.25",
            ["Sample:Enabled"] = "True",
            ["Sample:Format"] = "webp",
            ["Sample:Grace"] = "",
            ["Sample:Name"] = " kept as it is ",
            ["Sample:Tags:0"] = "a",
        });

        Assert.Equal(TimeSpan.FromMilliseconds(500), options.First);
        Assert.Equal(7, options.Attempts);
        Assert.Equal(9_000_000_000, options.Limit);
        Assert.Equal(0.5, options.Jitter);
        Assert.Equal(1.25m, options.Cost);
        Assert.True(options.Enabled);
        Assert.Equal(SampleFormat.WebP, options.Format);
        Assert.Null(options.Grace);
        Assert.Equal(" kept as it is ", options.Name);
        Assert.Equal(["a"], options.Tags);
    }

    [Fact]
    public void what_is_not_configured_keeps_its_default()
    {
        var options = SampleSettings.Read();

        Assert.Equal(TimeSpan.FromSeconds(2), options.First);
        Assert.Equal(["first.default", "second.default"], options.Hosts);
    }

    [Fact]
    public void code_that_adjusts_options_later_has_the_last_word()
    {
        using var provider = SampleSettings.Provide(new Dictionary<string, string?> { ["Sample:Attempts"] = "7" });
        var adjusted = provider.GetRequiredService<IOptions<SampleOptions>>().Value;
        adjusted.Attempts = 99;

        var result = provider.GetRequiredService<IValidateOptions<SampleOptions>>().Validate("", adjusted);

        Assert.Equal(["Sample:Attempts is 99: set it from 1 to 10."], result.Failures);
    }
}
