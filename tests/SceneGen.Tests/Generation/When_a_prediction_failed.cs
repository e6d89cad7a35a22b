using SceneGen.Contracts;
using SceneGen.Generation;

namespace SceneGen.Tests.Generation;

public sealed class When_a_prediction_failed
{
    private const string Url = "https://avatars.example.org/fox.png?X-Signature=secret";

    [Theory]
    [InlineData(
        "cannot identify image file <_io.BytesIO object at 0x7f3a5c1b2e00>",
        SceneFailureCodes.AvatarUnreadable)]
    [InlineData(
        "The input was invalid. Please try again with different inputs: cannot identify image file (E006)",
        SceneFailureCodes.AvatarUnreadable)]
    [InlineData("404 Client Error: Not Found for url: " + Url, SceneFailureCodes.AvatarUnreachable)]
    [InlineData("403 Client Error: Forbidden for url: " + Url, SceneFailureCodes.AvatarUnreachable)]
    [InlineData("'ftp' is not a valid URL scheme", SceneFailureCodes.AvatarUrlRefused)]
    public void because_of_the_avatar_it_is_not_tried_again(string error, string code)
        => Expect(error, code, SceneFault.Avatar, triedAgainAfter: 0);

    [Theory]
    [InlineData("503 Server Error: Service Unavailable for url: " + Url)]
    [InlineData("HTTPSConnectionPool(host='avatars.example.org', port=443): Max retries exceeded with url: /fox.png")]
    [InlineData("HTTPSConnectionPool(host='avatars.example.org', port=443): Read timed out. (read timeout=10)")]
    public void because_the_avatar_was_not_to_be_had_it_is_tried_again(string error)
        => Expect(error, SceneFailureCodes.AvatarUnreachable, SceneFault.Avatar, triedAgainAfter: int.MaxValue);

    [Theory]
    [InlineData(
        "The input or output was flagged as sensitive. Please try again with different inputs. (E005)",
        SceneFailureCodes.ContentFlagged)]
    [InlineData(
        "Prediction failed: Async prediction failed: ModelError: flagged as sensitive (E005) (zx81)",
        SceneFailureCodes.ContentFlagged)]
    [InlineData(
        "NSFW content detected. Try running it again, or try a different prompt.",
        SceneFailureCodes.ContentFlagged)]
    [InlineData(
        "All generated images contained NSFW content. Try running it again with a different prompt.",
        SceneFailureCodes.ContentFlagged)]
    [InlineData(
        "The input was invalid. Please try again with different inputs. (E006)",
        SceneFailureCodes.PromptRefused)]
    public void because_of_its_content_it_is_tried_once_more(string error, string code)
        => Expect(error, code, SceneFault.Theme, triedAgainAfter: 1);

    [Theory]
    [InlineData(
        "Service is currently unavailable due to high demand. Please try again later. (E003)",
        SceneFailureCodes.ProviderOverloaded)]
    [InlineData(
        "Service is temporarily unavailable. Please try again later. (E004)",
        SceneFailureCodes.ProviderOverloaded)]
    [InlineData("Timed out starting prediction (E6716)", SceneFailureCodes.ProviderOverloaded)]
    [InlineData("image size must be at least 3686400 pixels", SceneFailureCodes.ModelMisconfigured)]
    [InlineData("E1000", SceneFailureCodes.ProviderFailed)]
    [InlineData("Out of memory (E1001)", SceneFailureCodes.ProviderFailed)]
    [InlineData("Webhook URL is empty (E4875)", SceneFailureCodes.ProviderFailed)]
    [InlineData("Prediction stopped in a non-terminal state (E8367)", SceneFailureCodes.ProviderFailed)]
    [InlineData("Model health check failed (E8765)", SceneFailureCodes.ProviderFailed)]
    [InlineData("Director: unexpected error handling prediction (E9243)", SceneFailureCodes.ProviderFailed)]
    [InlineData("Output upload failed (E9825)", SceneFailureCodes.ProviderFailed)]
    [InlineData("Something failed (E9828)", SceneFailureCodes.ProviderFailed)]
    [InlineData("Something failed (E001)", SceneFailureCodes.ProviderFailed)]
    [InlineData("Prediction interrupted; please retry (code: PA)", SceneFailureCodes.ProviderFailed)]
    [InlineData("CUDA out of memory", SceneFailureCodes.ProviderFailed)]
    [InlineData(
        "Prediction failed for an unknown reason. It might have run out of memory? (exitcode -9)",
        SceneFailureCodes.ProviderFailed)]
    [InlineData("Worker crashed", SceneFailureCodes.ProviderFailed)]
    [InlineData("", SceneFailureCodes.ProviderFailed)]
    public void because_of_the_provider_it_is_tried_again(string error, string code)
        => Expect(error, code, SceneFault.Provider, triedAgainAfter: int.MaxValue);

    [Theory]
    [InlineData("404 Client Error: Not Found for url: " + Url, "404 Client Error: Not Found for url: (URL)")]
    [InlineData("no " + Url + ", nor HTTP://b.example/?t=secret", "no (URL) nor (URL)")]
    [InlineData("s3://bucket/secret and data:image/png;base64,secret==", "(URL) and (URL)")]
    [InlineData(
        "HTTPSConnectionPool(host='a.example'): Max retries exceeded with url: /fox.png?X-Signature=secret (Caused by",
        "HTTPSConnectionPool(host='a.example'): Max retries exceeded with url: (URL) (Caused by")]
    [InlineData("Out of memory (E1001)", "Out of memory (E1001)")]
    public void its_detail_holds_no_url(string error, string detail)
        => Assert.Equal(detail, FailureTaxonomy.Read(error, attempt: 1).Detail);

    [Fact]
    public void its_detail_is_short()
        => Assert.Equal(new string('é', 300), FailureTaxonomy.Read(new string('é', 301), attempt: 1).Detail);

    [Fact]
    public void an_endless_word_in_its_error_is_read_all_the_same()
        => Assert.Equal(300, FailureTaxonomy.Read(new string('a', 1_000_000) + " " + Url, attempt: 1).Detail!.Length);

    private static void Expect(string error, string code, SceneFault fault, int triedAgainAfter)
    {
        foreach (var attempt in (int[])[1, 2, 3, 6])
        {
            var failure = FailureTaxonomy.Read(error, attempt);

            Assert.Equal((code, fault), (failure.Code, failure.Fault));
            Assert.Equal(attempt <= triedAgainAfter, failure.Retryable);
        }
    }
}
