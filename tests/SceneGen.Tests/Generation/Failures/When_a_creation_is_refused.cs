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
    {
        Assert.IsType<CreateRefusal.OperatorGate>(CreateRefusal.Of(Refusal(status, detail), AvatarField));
        Assert.Equal(code, FailureTaxonomy.Find(FailureEvidence.Of(Refusal(status, detail), AvatarField)).Code);
    }

    [Theory]
    [InlineData("input.prompt", PromptRefused, SceneFault.Theme)]
    [InlineData("input.input_images", AvatarUnreadable, SceneFault.Avatar)]
    [InlineData("input.input_images.0", AvatarUnreadable, SceneFault.Avatar)]
    public void the_attempt_is_over_where_prompt_or_avatar_are_to_blame(string field, string code, SceneFault fault)
    {
        var refusal = CreateRefusal.Of(Refusal(422, "Input validation failed", field), AvatarField);

        var failure = Assert.IsType<CreateRefusal.OfAttempt>(refusal).Failure;

        Assert.Equal((code, fault, false), (failure.Code, failure.Fault, failure.Retryable));
    }

    [Theory]
    [InlineData("input.input_images_of_another_name")]
    [InlineData("input.width")]
    [InlineData("input")]
    public void any_other_field_is_the_profiles(string field)
    {
        var refusal = Refusal(422, "Input validation failed", field);

        Assert.IsType<CreateRefusal.OperatorGate>(CreateRefusal.Of(refusal, AvatarField));
        Assert.Equal(ModelMisconfigured, FailureTaxonomy.Find(FailureEvidence.Of(refusal, AvatarField)).Code);
    }

    [Fact]
    public void an_avatar_that_is_too_large_is_the_avatars()
    {
        var refusal = CreateRefusal.Of(Refusal(413, "Files must be less than 100MB in size"), AvatarField);

        var failure = Assert.IsType<CreateRefusal.OfAttempt>(refusal).Failure;
        Assert.Equal((AvatarUnreadable, SceneFault.Avatar), (failure.Code, failure.Fault));
    }

    [Theory]
    [InlineData("Request was throttled. Your rate limit resets in ~30s.", false)]
    [InlineData("Your rate limit is reduced while you have less than $5.0 in credit. It resets in ~7s.", true)]
    [InlineData("", false)]
    public void it_is_put_off_and_low_credit_is_seen(string detail, bool creditIsLow)
        => Assert.Equal(
            new CreateRefusal.Throttled(creditIsLow), CreateRefusal.Of(Refusal(429, detail), AvatarField));

    [Fact]
    public void by_nobody_it_never_arrived()
        => Assert.IsType<CreateRefusal.Unreachable>(CreateRefusal.Of(new ReplicateException("No."), AvatarField));

    private static ReplicateException Refusal(int status, string detail, params string[] fields)
        => new("No.") { Status = (HttpStatusCode)status, Detail = detail, InvalidFields = fields };
}
