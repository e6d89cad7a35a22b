using System.Reflection;
using SceneGen.Contracts;
using SceneGen.Generation.Failures;
using SceneGen.Scenes.Words;
using SceneGen.Tests.Builders;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Tests.Scenes.Words;

public sealed class When_a_failure_is_told
{
    public static readonly IReadOnlyList<string> Codes =
    [
        .. typeof(SceneFailureCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    private static readonly IReadOnlyList<FailureText> Texts = [.. Codes.Select(FailureWords.For)];

    [Fact]
    public void every_code_has_words_of_its_own()
    {
        Assert.NotEmpty(Codes);
        Assert.DoesNotContain(FailureWords.For("no_such_code"), Texts);
        Assert.All(Languages.All, language =>
        {
            Assert.Equal(Codes.Count, Texts.Select(text => text.Title.In(language)).Distinct().Count());
            Assert.Equal(Codes.Count, Texts.Select(text => text.Message.In(language)).Distinct().Count());
        });
    }

    [Fact]
    public void no_words_are_without_a_code()
        => Assert.Equal(Codes.Order(), FailureWords.Codes.Order());

    [Fact]
    public void the_words_are_a_title_and_one_plain_sentence()
        => Assert.All(Texts.Append(FailureWords.For("no_such_code")), text => Assert.All(Languages.All, language =>
        {
            Assert.Matches("^[A-Z][^.!?_]{10,60}$", text.Title.In(language));
            Assert.Matches(@"^[A-Z][^.!?_]{10,100}\.$", text.Message.In(language));
        }));

    [Fact]
    public void the_languages_differ()
        => Assert.All(Texts, text =>
        {
            Assert.NotEqual(text.Title.English, text.Title.German);
            Assert.NotEqual(text.Message.English, text.Message.German);
        });

    [Fact]
    public void nobody_is_addressed_formally_or_in_technical_terms()
        => Assert.All(Texts.SelectMany(text => new[] { text.Title, text.Message }).Concat(Advice()), phrase =>
        {
            Assert.DoesNotMatch(@"\b(Sie|Ihr|Ihre|Ihnen)\b", phrase.German);
            Assert.DoesNotMatch(@"(?i)\b(HTTP|API|URL|prompt|provider|prediction|timeout|token|server)\b", phrase.English);
        });

    [Fact]
    public void to_try_again_is_said_where_the_fault_may_pass()
        => Assert.All(FailureTaxonomy.Rules, rule => Assert.Equal(
            rule.Fault is SceneFault.Provider or SceneFault.Operator, FailureWords.For(rule.Code).IsWorthRetrying));

    [Theory]
    [InlineData("RollingBack", "wird gerade zurückgenommen", false)]
    [InlineData("RolledBack", "wurde zurückgenommen", true)]
    [InlineData("Failed", "bleibt, wie er ist", false)]
    public void what_happens_now_names_what_became_of_the_avatar(string state, string fate, bool isRolledBack)
    {
        var failure = Tell(state, Language.German);

        Assert.Contains(fate, failure.Next, StringComparison.Ordinal);
        Assert.Equal(("Das Malen hat nicht geklappt", isRolledBack), (failure.Title, failure.AvatarRolledBack));
    }

    [Theory]
    [InlineData("RollingBack", false)]
    [InlineData("RolledBack", false)]
    [InlineData("Failed", true)]
    public void another_run_is_offered_only_where_the_avatar_is_still_there(string state, bool isOffered)
        => Assert.Equal(isOffered, Tell(state, Language.English).Retryable);

    [Fact]
    public void a_refused_rollback_is_no_secret_and_keeps_no_other_run_away()
    {
        var failure = Tell("Failed", Language.English, TimeProvider.System.GetUtcNow());

        Assert.Contains("declined", failure.Next, StringComparison.Ordinal);
        Assert.True(failure.Retryable);
    }

    [Fact]
    public void every_fate_and_advice_has_words_of_its_own()
        => Assert.All(Languages.All, language =>
        {
            var advice = Advice().Select(phrase => phrase.In(language)).ToList();
            Assert.Equal(advice.Count, advice.Distinct().Count());
            Assert.All(advice, words => Assert.Matches(@"^[A-Z].+\. [A-Z].+\.$", words));
        });

    [Fact]
    public void a_code_is_in_snake_case()
        => Assert.All(Codes, code => Assert.Matches("^[a-z]+(_[a-z]+)+$", code));

    private static IEnumerable<Phrase> Advice()
        => from fate in Enum.GetValues<AvatarFate>()
           from again in Enum.GetValues<Again>()
           select NextWords.For(fate, again);

    private static SceneFailure Tell(string state, Language language, DateTimeOffset? requestedAt = null)
    {
        var scene = A.SceneIn(state);
        scene.RollbackRequestedAt ??= requestedAt;
        return SceneFailure.Of(scene, scene.FailureCode!, language);
    }
}
