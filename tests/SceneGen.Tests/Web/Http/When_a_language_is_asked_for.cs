using Microsoft.Net.Http.Headers;
using SceneGen.Scenes.Words;
using SceneGen.Web.Http.Words;

namespace SceneGen.Tests.Web.Http;

public sealed class When_a_language_is_asked_for
{
    [Theory]
    [InlineData("de")]
    [InlineData("DE-at")]
    [InlineData("de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7")]
    [InlineData("en;q=0.5, de;q=0.8")]
    [InlineData("fr, de;q=0.3")]
    [InlineData("de, en")]
    [InlineData("en;q=0, *")]
    public void german_is_spoken_to_who_would_rather_have_it(string wishes)
        => Assert.Equal(Language.German, Of(wishes));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("fr")]
    [InlineData("en, de")]
    [InlineData("de;q=0.5, en;q=0.8")]
    [InlineData("de;q=0")]
    [InlineData("de;q=0, *")]
    [InlineData("den, deu")]
    [InlineData("de;q=x;;, \"")]
    public void english_is_spoken_to_everybody_else(string wishes)
        => Assert.Equal(Language.English, Of(wishes));

    private static Language Of(string wishes)
        => AnswerLanguage.Of(StringWithQualityHeaderValue.TryParseList([wishes], out var parsed) ? [.. parsed] : []);
}
