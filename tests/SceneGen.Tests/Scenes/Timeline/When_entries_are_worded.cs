using System.Reflection;
using SceneGen.Contracts;
using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Words;
using SceneGen.Tests.Scenes.Words;
using static SceneGen.Scenes.Timeline.TimelineCodes;

namespace SceneGen.Tests.Scenes.Timeline;

public sealed class When_entries_are_worded
{
    /// <summary>What says nothing to a user: another entry says it, or it is the provider's and the operators' affair.</summary>
    private static readonly string[] OperatorsOnly =
    [
        AvatarRefused, AvatarSent, AvatarNotSent, Ordered, OrderRefused, OrderNotFound, SearchFailed, Polled, PollFailed,
        PaidSeen, PaidNotSeen, PictureStored, PictureNotStored, PictureDiscarded, PredictionCanceled, RollbackRequested,
        RollbackConfirmed, RollbackRefused, CallbackTaken, CallbackGivenUp,
    ];

    private static readonly IReadOnlyList<string> Codes = ConstantsOf(typeof(TimelineCodes));

    [Fact]
    public void every_code_is_either_told_to_users_or_not_for_them()
        => Assert.Equal(Codes.Order(), EventWords.Told.Concat(OperatorsOnly).Order());

    [Fact]
    public void every_code_has_one_of_the_kinds()
        => Assert.Empty(Codes.Select(KindOf).Except(ConstantsOf(typeof(TimelineKinds))));

    [Fact]
    public void users_read_a_sentence_of_its_own_in_every_language()
        => Assert.All(Languages.All, language =>
        {
            var sentences = EventWords.Told.Select(code => EventWords.For(Entry(code)).In(language)).ToList();
            Assert.Equal(sentences.Count, sentences.Distinct().Count());
            Assert.All(sentences, sentence => Assert.Matches(@"^[A-Z][^!?_{}]{10,140}$", sentence));
        });

    [Fact]
    public void users_are_spoken_to_in_their_language_and_not_in_technical_terms()
        => Assert.All(EventWords.Told.Select(code => EventWords.For(Entry(code))), words =>
        {
            Assert.NotEqual(words.English, words.German);
            Assert.DoesNotMatch(@"\b(Sie|Ihr|Ihre|Ihnen)\b", words.German);
            Assert.DoesNotMatch(
                @"(?i)\b(HTTP|API|URL|prompt|provider|prediction|timeout|token|server|gate|model|check|saga)\b", words.English);
        });

    [Fact]
    public void operators_read_a_sentence_of_its_own()
    {
        var facts = new TimelineFacts { Model = "Flux", Check = 3, Status = "processing" };
        var sentences = Codes.Where(code => code != Entered)
            .Select(code => TimelineWords.Of(new Happened { Code = code, At = default, Facts = facts, Detail = "Because." }))
            .ToList();

        Assert.Equal(sentences.Count, sentences.Distinct().Count());
        Assert.All(sentences, sentence => Assert.Matches(@"^[A-Z].{15,}\. Because\.$", sentence));
    }

    [Fact]
    public void a_code_of_a_newer_version_is_a_note_that_says_at_least_its_name()
    {
        Assert.Equal(TimelineKinds.Note, KindOf("flewAway"));
        Assert.Equal("flewAway", TimelineWords.Of(new Happened { Code = "flewAway", At = default }));
    }

    [Fact]
    public void facts_are_a_small_object_of_what_is_known()
        => Assert.Equal(
            """{"status":"processing","check":3}""", new TimelineFacts { Check = 3, Status = "processing" }.ToJson());

    private static SceneTimelineEntry Entry(string code) => new()
    {
        SceneId = Guid.Empty,
        Sequence = 1,
        At = default,
        State = "Submitting",
        Attempt = 1,
        Text = "",
        Kind = KindOf(code),
        Code = code,
        Data = new TimelineFacts { Code = SceneFailureCodes.ProviderFailed }.ToJson(),
    };

    private static IReadOnlyList<string> ConstantsOf(Type type)
        => [.. type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => (string)field.GetRawConstantValue()!)];
}
