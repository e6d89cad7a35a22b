using System.Reflection;
using System.Text.RegularExpressions;
using SceneGen.Tests.Conventions;
using SceneGen.Tests.Scenes.Words;
using SceneGen.Web.Http.Words;

namespace SceneGen.Tests.Web.Http;

public sealed partial class When_a_problem_is_told
{
    private static readonly IReadOnlyList<string> Codes =
    [
        .. typeof(ProblemCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    [Fact]
    public void every_code_has_words_and_no_words_are_without_a_code()
        => Assert.Equal(Codes.Order(), ProblemWords.Codes.Order());

    [Fact]
    public void every_code_has_words_of_its_own_in_every_language()
        => Assert.All(Languages.All, language =>
        {
            var texts = Codes.Select(code => ProblemWords.Find(code)!).ToList();
            Assert.Equal(Codes.Count, texts.Select(text => text.Title.In(language)).Distinct().Count());
            Assert.Equal(Codes.Count, texts.Select(text => text.Detail.In(language)).Distinct().Count());
            Assert.All(texts, text =>
            {
                Assert.Matches("^[A-Z][^.!?_]{8,60}$", text.Title.In(language));
                Assert.Matches(@"^[A-Z].{10,130}\.$", text.Detail.In(language));
                Assert.NotEqual(text.Title.English, text.Title.German);
                Assert.NotEqual(text.Detail.English, text.Detail.German);
            });
        });

    [Fact]
    public void no_code_is_written_but_in_the_list()
        => Assert.Empty(Repository.SourceFiles()
            .Where(file => file.StartsWith("src/SceneGen/", StringComparison.Ordinal))
            .SelectMany(file => CodeInPlace().Matches(File.ReadAllText(Repository.PathOf(file))).Select(match => match.Value)));

    [Fact]
    public void no_code_is_listed_that_nobody_answers()
    {
        var answers = string.Concat(Repository.SourceFiles()
            .Where(file => file.StartsWith("src/SceneGen/Web/", StringComparison.Ordinal))
            .Select(file => File.ReadAllText(Repository.PathOf(file))));

        Assert.All(
            typeof(ProblemCodes).GetFields(BindingFlags.Public | BindingFlags.Static),
            code => Assert.Contains($"ProblemCodes.{code.Name}", answers, StringComparison.Ordinal));
    }

    [GeneratedRegex(
        """(Problems\.Of|Refuse|RefuseAsync)\([^;]*?"[a-z]+(_[a-z]+)+"[^;]*;""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex CodeInPlace();
}
