using SceneGen.Scenes.Words;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Tests.Scenes.Words;

public sealed class When_a_step_is_told
{
    [Fact]
    public void every_state_has_words_and_no_words_are_without_a_state()
        => Assert.Equal(
            SceneStatus.All.Select(status => SceneStatus.ToState(status)!).Order(), StepWords.Known.Order());

    [Fact]
    public void every_state_has_words_of_its_own_in_every_language()
        => Assert.All(Languages.All, language =>
        {
            var words = StepWords.Known.Select(state => StepWords.For(state).In(language)).ToList();
            Assert.Equal(words.Count, words.Distinct().Count());
            Assert.All(words, text => Assert.Matches("^[A-Z].{10,80}$", text));
        });

    [Fact]
    public void the_languages_differ()
        => Assert.All(StepWords.Known.Select(StepWords.For), words => Assert.NotEqual(words.English, words.German));
}
