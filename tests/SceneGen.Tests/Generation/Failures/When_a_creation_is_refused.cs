using System.Net;
using SceneGen.Contracts;
using SceneGen.Generation.Failures;
using SceneGen.Replicate;
using static SceneGen.Contracts.SceneFailureCodes;

namespace SceneGen.Tests.Generation.Failures;

public sealed class When_a_creation_is_refused
{
    private const string AvatarField = "input.input_images";

    [Theory]
    [InlineData(401, "Unauthenticated", ProviderRefused)]
    [InlineData(402, "Insufficient credit", CreditUsedUp)]
    [InlineData(402, "You've hit your monthly spend limit", CreditUsedUp)]
    [InlineData(403, "", ProviderRefused)]
    [InlineData(404, "The requested resource could not be found.", ModelUnknown)]
    [InlineData(422, "Invalid version or not permitted", ModelUnknown)]
    [InlineData(422, "Input validation failed", ModelMisconfigured)]
    [InlineData(400, "", ProviderRefused)]
    [InlineData(307, "", ProviderRefused)]
    public void the_operator_has_to_mend_it(int status, string detail, string code)
        => Assert.Equal(new CreateRefusal.OperatorGate(code, "No."), Judge(status, detail));

    [Theory]
    [InlineData("input.prompt", PromptRefused, SceneFault.Theme)]
    [InlineData("input.input_images", AvatarUnreadable, SceneFault.Avatar)]
    [InlineData("input.input_images.0", AvatarUnreadable, SceneFault.Avatar)]
    public void the_attempt_is_over_where_prompt_or_avatar_are_to_blame(string field, string code, SceneFault fault)
    {
        var failure = Assert.IsType<CreateRefusal.OfAttempt>(Judge(422, "Input validation failed", field)).Failure;

        Assert.Equal((code, fault, false), (failure.Code, failure.Fault, failure.Retryable));
    }

    [Theory]
    [InlineData("input.input_images_of_another_name")]
    [InlineData("input.width")]
    [InlineData("input")]
    public void any_other_field_is_the_profiles(string field)
        => Assert.Equal(
            new CreateRefusal.OperatorGate(ModelMisconfigured, "No."), Judge(422, "Input validation failed", field));

    [Fact]
    public void an_avatar_that_is_too_large_is_the_avatars()
        => Assert.Equal(
            (AvatarUnreadable, SceneFault.Avatar),
            Assert.IsType<CreateRefusal.OfAttempt>(Judge(413, "Files must be less than 100MB in size")).Failure
                is var failure ? (failure.Code, failure.Fault) : default);

    [Theory]
    [InlineData("Request was throttled. Your rate limit resets in ~30s.", 30.0, false)]
    [InlineData("Your rate limit is reduced while you have less than $5.0 in credit. It resets in ~7s.", 7.0, true)]
    [InlineData("", null, false)]
    public void it_is_put_off_by_the_hint(string detail, double? hint, bool creditIsLow)
    {
        var error = new ReplicateException("No.")
        {
            Status = HttpStatusCode.TooManyRequests,
            Detail = detail,
            RetryAfter = hint is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        };

        var throttled = Assert.IsType<CreateRefusal.Throttled>(CreateRefusal.Of(error, AvatarField));

        Assert.Equal((hint, creditIsLow), (throttled.Hint?.TotalSeconds, throttled.CreditIsLow));
    }

    [Fact]
    public void by_nobody_it_never_arrived()
        => Assert.IsType<CreateRefusal.Unreachable>(CreateRefusal.Of(new ReplicateException("No."), AvatarField));

    private static CreateRefusal Judge(int status, string detail, params string[] fields)
        => CreateRefusal.Of(
            new ReplicateException("No.") { Status = (HttpStatusCode)status, Detail = detail, InvalidFields = fields },
            AvatarField);
}
