namespace SceneGen.Tests.Docs;

public sealed class When_the_settings_are_documented
{
    private static readonly string[] ConnectionStrings = ["ConnectionStrings:Bus", "ConnectionStrings:Database"];

    [Fact]
    public async Task each_is_listed_once_and_no_other()
    {
        var known = await KnownSettings.ReadAsync();

        Assert.Equal(
            known.Select(setting => setting.Name).Concat(ConnectionStrings).Order(StringComparer.Ordinal),
            SettingsDocument.Rows().Select(row => row.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task its_default_and_what_it_takes_are_those_of_the_code()
    {
        var rows = SettingsDocument.Rows().ToDictionary(row => row.Name);
        var known = await KnownSettings.ReadAsync();

        Assert.All(
            known.Where(setting => rows.ContainsKey(setting.Name)),
            setting => Assert.Equal(setting.Row, rows[setting.Name] with { Takes = WithoutOf(rows[setting.Name].Takes) }));
    }

    /// <summary>A list may say what it is of.</summary>
    private static string WithoutOf(string takes) => takes.Split(" of ")[0];
}
