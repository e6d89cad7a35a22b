using SceneGen.Simulator.Replicate.Http.Problems;

namespace SceneGen.Simulator.Replicate.Trouble;

/// <summary>The provider's refusals and the network's failures, by the names that rules use.</summary>
internal static class CallFaults
{
    public static readonly IReadOnlyList<CallFault> All =
    [
        new("401", CallEffect.Answer, _ => ProviderProblem.Unauthenticated()),
        new("401-expired", CallEffect.Answer, _ => ProviderProblem.ExpiredToken()),
        new("402-credit", CallEffect.Answer, _ => BillingProblem.InsufficientCredit()),
        new("402-limit", CallEffect.Answer, _ => BillingProblem.SpendLimit()),
        new("403", CallEffect.Answer, _ => ProviderProblem.Forbidden()),
        new("404", CallEffect.Answer, _ => ProviderProblem.NotFound()),
        new("413", CallEffect.Answer, _ => ProviderProblem.FileTooLarge()),
        new("422-version", CallEffect.Answer, _ => ProviderProblem.UnknownVersion()),
        new("422-input", CallEffect.Answer, _ => ProviderProblem.Invalid(
            [new("enum", "input.output_format", "output_format must be one of the following: \"webp\", \"jpg\"")])),
        new("422-prompt", CallEffect.Answer, _ => ProviderProblem.Invalid(
            [new("string_lte", "input.prompt", "String length must be less than or equal to 4000")])),
        new("422-avatar", CallEffect.Answer, _ => ProviderProblem.Invalid(
            [new("format", "input.image_input.0", "Does not match format 'uri'"),
                new("format", "input.input_images.0", "Does not match format 'uri'")])),
        new("429-header", CallEffect.Answer, ThrottleProblem.WithHeader),
        new("429-retry-after", CallEffect.Answer, ThrottleProblem.WithRetryAfter),
        new("429-text", CallEffect.Answer, ThrottleProblem.WithText),
        new("429-bare", CallEffect.Answer, _ => ThrottleProblem.WithoutHint()),
        new("429-low-credit", CallEffect.Answer, ThrottleProblem.LowCredit),
        new("500", CallEffect.Answer, _ => ProviderProblem.ServerError()),
        new("500-after", CallEffect.AnswerAfter, _ => ProviderProblem.ServerError()),
        new("502", CallEffect.Answer, _ => GatewayPage.Answer()),
        new("502-after", CallEffect.AnswerAfter, _ => GatewayPage.Answer()),
        new("503", CallEffect.Answer, _ => ProviderProblem.Unavailable()),
        new("503-after", CallEffect.AnswerAfter, _ => ProviderProblem.Unavailable()),
        new("reset-before", CallEffect.ResetBefore),
        new("reset-after", CallEffect.ResetAfter),
        new("hang", CallEffect.Hang),
        new("hang-after", CallEffect.HangAfter),
        new("drip", CallEffect.Drip),
    ];

    public static CallFault Named(string name)
    {
        return All.First(fault => fault.Name == name);
    }
}
