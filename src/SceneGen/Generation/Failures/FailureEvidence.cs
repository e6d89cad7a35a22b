using System.Net;
using System.Text.RegularExpressions;
using SceneGen.Observability;
using SceneGen.Replicate;
using SceneGen.Replicate.Wire;

namespace SceneGen.Generation.Failures;

/// <summary>What is known of a failure, in a form that may be stored.</summary>
internal sealed partial record FailureEvidence
{
    /// <summary>How the prediction ended; null where none was made.</summary>
    public string? End { get; private init; }

    public bool OutputIsRemoved { get; private init; }

    /// <summary>What the provider said, without URLs: no address is to be taken for a reason.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The codes in its text, such as E1001; a model behind another wraps one text in the other's.</summary>
    public IReadOnlyList<string> Codes { get; private init; } = [];

    /// <summary>The answer to a creation; null where a prediction was made, or no answer came.</summary>
    public HttpStatusCode? Answer { get; private init; }

    public IReadOnlyList<string> RefusedFields { get; private init; } = [];

    /// <summary>Which field of the input the avatar is to blame for.</summary>
    public string AvatarField { get; private init; } = "";

    public bool IsOfCreation => End is null;

    public static FailureEvidence Of(Prediction prediction) => Of(prediction.Status, prediction.FailureText) with
    {
        OutputIsRemoved = prediction.DataRemoved is true,
    };

    public static FailureEvidence Of(string end, string text = "")
    {
        var clean = Redaction.Whole(text);
        return new FailureEvidence
        {
            End = end,
            Text = clean,
            Codes = [.. Code().Matches(clean).Select(match => match.Groups["code"].Value)],
        };
    }

    public static FailureEvidence Of(ReplicateException error, string? avatarField) => new()
    {
        Answer = error.Status,
        Text = error.Detail,
        RefusedFields = error.InvalidFields,
        AvatarField = avatarField ?? "",
    };

    /// <summary>In brackets, or the beginning of the text.</summary>
    [GeneratedRegex(@"\((code: )?(?<code>E[0-9]{3,4}|PA)\)|^(?<code>E[0-9]{3,4})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
