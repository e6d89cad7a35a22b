namespace SceneGen.Tests.Settings;

public sealed class When_a_list_is_configured
{
    [Fact]
    public void entries_replace_the_default_list_and_join_across_sources_by_index()
    {
        var options = SampleSettings.Read(
            new() { ["Sample:Hosts:0"] = "zero", ["Sample:Hosts:10"] = "ten" },
            new() { ["Sample:Hosts:2"] = "two", ["Sample:Hosts:0"] = "zero, said later" });

        Assert.Equal(["zero, said later", "two", "ten"], options.Hosts);
    }

    [Fact]
    public void an_empty_list_replaces_the_default_too() =>
        Assert.Empty(SampleSettings.Read(new Dictionary<string, string?> { ["Sample:Hosts"] = "" }).Hosts);

    [Theory]
    [InlineData("Sample:Hosts", "a", "Sample:Hosts is 'a': write a list, its first entry under Sample:Hosts:0.")]
    [InlineData("Sample:Hosts:a", "b", "Sample:Hosts:a is 'b': number the entries of a list from 0.")]
    [InlineData("Sample:Hosts:1", "", "Sample:Hosts:1 is empty: write a text or leave the entry out.")]
    [InlineData("Sample:Hosts:1:x", "b", "Sample:Hosts:1 is a section or a list: write one text.")]
    public void an_entry_that_is_none_is_refused(string key, string value, string sentence) =>
        Assert.Equal([sentence], SampleSettings.Refusals(key, value));
}
