using SceneGen.Contracts;
using SceneGen.Generation.Failures;
using static SceneGen.Contracts.SceneFailureCodes;

namespace SceneGen.Tests.Generation.Failures;

public sealed class When_a_prediction_failed
{
    private const int All = FailureRule.AllOfModel;
    private const string Url = "https://avatars.example.org/fox.png?X-Signature=secret";

    [Theory]
    [InlineData("cannot identify image file <_io.BytesIO object at 0x7f3a5c1b2e00>", AvatarUnreadable)]
    [InlineData(
        "The input was invalid. Please try again with different inputs: cannot identify image file (E006)",
        AvatarUnreadable)]
    [InlineData("404 Client Error: Not Found for url: " + Url, AvatarUnreachable)]
    [InlineData("403 Client Error: Forbidden for url: " + Url, AvatarUnreachable)]
    [InlineData("410 Client Error: Gone for url: " + Url, AvatarUnreachable)]
    [InlineData("401 Client Error: Unauthorized for url: " + Url, AvatarUnreachable)]
    public void because_of_the_avatar_the_scene_fails(string error, string code)
        => Expect(error, code, SceneFault.Avatar, retries: 0, Remedy.GiveUp);

    [Theory]
    [InlineData("503 Server Error: Service Unavailable for url: " + Url)]
    [InlineData("HTTPSConnectionPool(host='avatars.example.org', port=443): Max retries exceeded with url: /fox.png")]
    [InlineData("HTTPSConnectionPool(host='avatars.example.org', port=443): Read timed out. (read timeout=10)")]
    public void because_the_avatar_was_not_to_be_had_the_same_model_tries_again(string error)
        => Expect(error, AvatarUnreachable, SceneFault.Avatar, All, Remedy.GiveUp);

    [Theory]
    [InlineData(
        "The input or output was flagged as sensitive. Please try again with different inputs. (E005)", ContentFlagged)]
    [InlineData(
        "Prediction failed: Async prediction failed: ModelError: flagged (E005) (zx81)", ContentFlagged)]
    [InlineData("The input or output was flagged as sensitive.", ContentFlagged)]
    [InlineData("NSFW content detected. Try running it again, or try a different prompt.", ContentFlagged)]
    [InlineData(
        "All generated images contained NSFW content. Try running it again with a different prompt.", ContentFlagged)]
    [InlineData("The input was invalid. Please try again with different inputs. (E006)", PromptRefused)]
    public void because_of_its_content_it_is_tried_once_more_and_then_settled(string error, string code)
        => Expect(error, code, SceneFault.Theme, retries: 1, Remedy.Settle);

    [Theory]
    [InlineData("Out of memory (E1001)", ModelOutOfMemory, 1)]
    [InlineData("CUDA out of memory. Tried to allocate 2.00 GiB", ModelOutOfMemory, 1)]
    [InlineData("torch.OutOfMemoryError: no room", ModelOutOfMemory, 1)]
    [InlineData(
        "Prediction failed for an unknown reason. It might have run out of memory? (exitcode -9)", ModelOutOfMemory, 1)]
    [InlineData("Worker crashed", ModelOutOfMemory, 1)]
    [InlineData("image size must be at least 3686400 pixels", ModelMisconfigured, 0)]
    [InlineData("'ftp' is not a valid URL scheme", ModelMisconfigured, 0)]
    [InlineData("Webhook URL is empty (E4875)", ModelMisconfigured, 0)]
    public void for_the_operator_to_mend_the_next_model_has_its_turn(string error, string code, int retries)
        => Expect(error, code, SceneFault.Operator, retries, Remedy.NextModel);

    [Theory]
    [InlineData("Service is currently unavailable due to high demand. (E003)", ProviderOverloaded, All, 20.0)]
    [InlineData("Service is temporarily unavailable. Please try again later. (E004)", ProviderOverloaded, All, 10.0)]
    [InlineData("Timed out starting prediction (E6716)", ProviderOverloaded, All, null)]
    [InlineData("E1000", ProviderFailed, All, null)]
    [InlineData("E1000: unknown error", ProviderFailed, All, null)]
    [InlineData("Prediction stopped in a non-terminal state (E8367)", ProviderFailed, All, null)]
    [InlineData("Model health check failed (E8765)", ProviderFailed, All, null)]
    [InlineData("Director: unexpected error handling prediction (E9243)", ProviderFailed, 2, null)]
    [InlineData("Output upload failed (E9825)", ProviderFailed, All, null)]
    [InlineData("Something failed (E9828)", ProviderFailed, 1, null)]
    [InlineData("Something failed (E001)", ProviderFailed, All, null)]
    [InlineData("Something new (E7777)", ProviderFailed, All, null)]
    [InlineData("Prediction interrupted; please retry (code: PA)", ProviderFailed, All, null)]
    [InlineData("Something went wrong", ProviderFailed, All, null)]
    [InlineData("500 Internal Server Error: the upstream model is away", ProviderFailed, All, null)]
    [InlineData("", ProviderFailed, All, null)]
    public void because_of_the_provider_it_is_tried_again(string error, string code, int retries, double? pause)
    {
        Expect(error, code, SceneFault.Provider, retries, Remedy.NextModel);
        Assert.Equal(pause, FailureTaxonomy.Find(FailureEvidence.Of("failed", error)).Pause?.TotalSeconds);
    }

    [Theory]
    [InlineData("canceled", ProviderFailed, All)]
    [InlineData("aborted", ProviderOverloaded, All)]
    [InlineData("lost", ProviderFailed, All)]
    [InlineData("succeeded", OutputMissing, 2)]
    public void without_a_word_its_end_tells(string end, string code, int retries)
    {
        var rule = FailureTaxonomy.Find(FailureEvidence.Of(end));

        Assert.Equal((code, SceneFault.Provider), (rule.Code, rule.Fault));
        Assert.Equal((retries, Remedy.NextModel), (rule.Retries, rule.Then));
    }

    [Theory]
    [InlineData("404 Client Error: Not Found for url: https://a.example/NSFW/(E1001).png", AvatarUnreachable)]
    [InlineData("It broke (E9825) at https://a.example/(E005)/Worker%20crashed/NSFW.png", ProviderFailed)]
    [InlineData("It broke: data:image/png;name=NSFW(E005);base64,AAAA (E9825)", ProviderFailed)]
    public void no_address_is_taken_for_a_reason(string error, string code)
        => Assert.Equal(code, FailureTaxonomy.Find(FailureEvidence.Of("failed", error)).Code);

    [Theory]
    [InlineData(0, 1, false, Remedy.NextModel)]
    [InlineData(1, 1, false, Remedy.TryAgain)]
    [InlineData(1, 2, false, Remedy.NextModel)]
    [InlineData(2, 2, false, Remedy.TryAgain)]
    [InlineData(2, 3, false, Remedy.NextModel)]
    [InlineData(All, 99, false, Remedy.TryAgain)]
    [InlineData(All, 1, true, Remedy.NextModel)]
    [InlineData(1, 1, true, Remedy.NextModel)]
    public void the_same_model_is_tried_as_often_as_the_table_says(int retries, int times, bool isLast, object remedy)
    {
        var rule = new FailureRule(
            FailureSign.AnythingElse, ProviderFailed, SceneFault.Provider, retries, Remedy.NextModel);

        Assert.Equal(remedy, rule.After(times, isLast));
    }

    [Fact]
    public void no_line_of_the_table_is_there_twice_and_each_has_a_code()
    {
        var signs = FailureTaxonomy.Rules.Select(rule => rule.Sign.Name).ToList();

        Assert.Equal(signs.Distinct(), signs);
        Assert.All(signs, sign => Assert.InRange(sign.Length, 1, 64));
        Assert.All(FailureTaxonomy.Rules, rule => Assert.Contains(rule.Code, Scenes.Words.When_a_failure_is_told.Codes));
    }

    private static void Expect(string error, string code, SceneFault fault, int retries, object then)
    {
        foreach (var wrapped in (string[])[error, $"Prediction failed: ModelError: {error} (k3x9)"])
        {
            // A code without brackets is one only where the text begins with it.
            var rule = FailureTaxonomy.Find(FailureEvidence.Of("failed", wrapped));

            Assert.Equal((code, fault), (rule.Code, rule.Fault));
            Assert.Equal((retries, then), (rule.Retries, rule.Then));
        }
    }
}
