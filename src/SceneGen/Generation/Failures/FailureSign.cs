using System.Net;

namespace SceneGen.Generation.Failures;

/// <summary>What a failure is known by. The name is stored, so that repetitions can be counted.</summary>
internal sealed record FailureSign(string Name, Func<FailureEvidence, bool> IsIn)
{
    private const string PromptField = "input.prompt";

    public static readonly FailureSign OutputRemoved =
        new("output removed", evidence => evidence is { End: "succeeded", OutputIsRemoved: true });

    public static readonly FailureSign NoAnswer =
        new("no answer", evidence => evidence is { IsOfCreation: true, Answer: null });

    public static readonly FailureSign RefusesPrompt =
        new("prompt refused", evidence => evidence.RefusedFields.Contains(PromptField));

    // Of a list of pictures an item may be named: input.input_images.0.
    public static readonly FailureSign RefusesAvatar = new("avatar refused", evidence => evidence.RefusedFields.Any(
        field => $"{field}.".StartsWith($"{evidence.AvatarField}.", StringComparison.Ordinal)));

    public static readonly FailureSign AnyOtherAnswer = new("refused", evidence => evidence.IsOfCreation);

    public static readonly FailureSign AnythingElse = new("failed", _ => true);

    public static FailureSign Ends(string status) => new(status, evidence => evidence.End == status);

    /// <summary>Looked for and not compared, for proxied models wrap the text.</summary>
    public static FailureSign Says(string words)
        => new(words, evidence => evidence.Text.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>The model's runtime fetches the avatar; what else answers with an error is none of it.</summary>
    public static FailureSign CannotFetch(string words) => new(
        words,
        evidence => evidence.Text.Contains(words, StringComparison.OrdinalIgnoreCase)
            && evidence.Text.Contains(" for url", StringComparison.OrdinalIgnoreCase));

    public static FailureSign Carries(string code) => new(code, evidence => evidence.Codes.Contains(code));

    public static FailureSign Answers(int status)
        => new($"HTTP {status}", evidence => evidence.Answer == (HttpStatusCode)status);

    public static FailureSign Answers(int status, string words) => new(
        $"HTTP {status} {words}",
        evidence => evidence.Answer == (HttpStatusCode)status
            && evidence.Text.Contains(words, StringComparison.OrdinalIgnoreCase));
}
