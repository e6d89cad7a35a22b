using SceneGen.Scenes.Words;
using SceneGen.Themes;
using SceneGen.Themes.Words;

namespace SceneGen.Tests.Themes;

public sealed class When_a_theme_is_read_in_another_language
{
    public static TheoryData<string> Ids => [.. ShippedThemes.Read().All.Select(theme => theme.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void each_shipped_one_has_German_words(string id)
    {
        var theme = ShippedThemes.Find(id);
        var (english, german) = (ThemeWords.Of(theme, Language.English), ThemeWords.Of(theme, Language.German));

        Assert.Equal((theme.Name, theme.Description), (english.Name, english.Description));
        Assert.NotNull(theme.Translations.De);
        Assert.NotEqual(english.Name, german.Name);
        Assert.NotEqual(english.Description, german.Description);
        Assert.Equal(english.Tags.Count, german.Tags.Count);
    }

    [Fact]
    public void one_that_nobody_has_translated_is_read_in_English()
        => Assert.Equal("Garden", ThemeWords.Of(new Theme { Name = "Garden" }, Language.German).Name);
}
