namespace SceneGen.Tests.Settings;

public sealed class When_a_setting_is_wrong
{
    private const string AnyDuration = "write a duration such as 500ms, 2s, 15m, 24h or 30d.";

    [Theory]
    [InlineData("Sample:First", "15", "Sample:First is '15': " + AnyDuration)]
    [InlineData("Sample:First", "", "Sample:First is empty: " + AnyDuration)]
    [InlineData("Sample:First:0", "2s", "Sample:First is a section or a list: " + AnyDuration)]
    [InlineData("Sample:First", "50ms", "Sample:First is 50ms: set it from 100ms to 1h.")]
    [InlineData("Sample:First", "61m", "Sample:First is 61m: set it from 100ms to 1h.")]
    [InlineData("Sample:First", "16s", "Sample:First is 16s: set it no longer than Sample:Max.")]
    [InlineData("Sample:Attempts", "many", "Sample:Attempts is 'many': write a whole number from 1 to 10.")]
    [InlineData("Sample:Attempts", "1.5", "Sample:Attempts is '1.5': write a whole number from 1 to 10.")]
    [InlineData("Sample:Attempts", "3000000000", "Sample:Attempts is '3000000000': write a whole number from 1 to 10.")]
    [InlineData("Sample:Attempts", "0", "Sample:Attempts is 0: set it from 1 to 10.")]
    [InlineData("Sample:Limit", "0", "Sample:Limit is 0: set it from 1 up.")]
    [InlineData("Sample:Jitter", "NaN", "Sample:Jitter is 'NaN': write a number from 0 to 1.")]
    [InlineData("Sample:Jitter", "0,5", "Sample:Jitter is '0,5': write a number from 0 to 1.")]
    [InlineData("Sample:Jitter", "1.2", "Sample:Jitter is 1.2: set it from 0 to 1.")]
    [InlineData("Sample:Jitter", "-0.2", "Sample:Jitter is -0.2: set it from 0 to 1.")]
    [InlineData("Sample:Cost", "1,000", "Sample:Cost is '1,000': write a number from 0 to 2.")]
    [InlineData("Sample:Cost", "2.01", "Sample:Cost is 2.01: set it from 0 to 2.")]
    [InlineData("Sample:Enabled", "yes", "Sample:Enabled is 'yes': write true or false.")]
    [InlineData("Sample:Format", "gif", "Sample:Format is 'gif': write jpeg, webP or png.")]
    [InlineData("Sample:Format", "1", "Sample:Format is '1': write jpeg, webP or png.")]
    [InlineData("Sample:Name", "", "Sample:Name is empty: set it.")]
    [InlineData("Sample:Address", "http://a", "Sample:Address is 'http://a': write an https URL.")]
    public void one_sentence_names_the_key_the_value_and_the_mend(string key, string value, string sentence) =>
        Assert.Equal([sentence], SampleSettings.Refusals(key, value));

    [Fact]
    public void a_rule_of_the_whole_section_is_told_as_it_is()
    {
        using var provider = SampleSettings.Provide(new Dictionary<string, string?>
        {
            ["Sample:Enabled"] = "true",
            ["Sample:Hosts"] = "",
        });

        Assert.Equal(
            ["Sample:Enabled is true without hosts: set Sample:Hosts:0."], SampleSettings.Refusals(provider));
    }

    [Fact]
    public void every_wrong_setting_is_told()
    {
        using var provider = SampleSettings.Provide(new Dictionary<string, string?>
        {
            ["Sample:Attempts"] = "0",
            ["Sample:Max"] = "soon",
        });

        Assert.Equal(
            ["Sample:Max is 'soon': " + AnyDuration, "Sample:Attempts is 0: set it from 1 to 10."],
            SampleSettings.Refusals(provider));
    }

    [Theory]
    [InlineData("Sample:ApiToken", "r8_something_secret")]
    [InlineData("Sample:Address", "http://user:r8_something_secret@host/")]
    [InlineData("Sample:Address", "http://host/?sig=r8_something_secret")]
    public void a_secret_value_is_never_echoed(string key, string value)
    {
        var sentence = Assert.Single(SampleSettings.Refusals(key, value));

        Assert.StartsWith(key + " is set to a value not shown: ", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("r8_something_secret", sentence, StringComparison.Ordinal);
    }
}
