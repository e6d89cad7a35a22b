using System.Reflection;
using SceneGen.Contracts;
using SceneGen.Scenes.Failures;

namespace SceneGen.Tests.Scenes;

public sealed class When_a_failure_is_told
{
    public static readonly IReadOnlyList<string> Codes =
    [
        .. typeof(SceneFailureCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    [Fact]
    public void every_code_has_words_of_its_own()
    {
        var unknown = FailureWords.For("no_such_code");
        var words = Codes.Select(FailureWords.For).ToList();

        Assert.NotEmpty(Codes);
        Assert.DoesNotContain(unknown, words);
        Assert.Equal(Codes.Count, words.Distinct().Count());
    }

    [Fact]
    public void no_words_are_without_a_code()
        => Assert.Equal(Codes.Order(), FailureWords.Codes.Order());

    [Fact]
    public void the_words_are_one_plain_sentence()
        => Assert.All(Codes.Append("no_such_code").Select(FailureWords.For), words =>
        {
            Assert.Matches("^[A-Z][^.!?_]{10,90}\\.$", words);
        });

    [Fact]
    public void a_code_is_in_snake_case()
        => Assert.All(Codes, code => Assert.Matches("^[a-z]+(_[a-z]+)+$", code));
}
