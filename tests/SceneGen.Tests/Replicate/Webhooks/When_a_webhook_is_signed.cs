using System.Text;
using SceneGen.Replicate.Webhooks;

namespace SceneGen.Tests.Replicate.Webhooks;

public sealed class When_a_webhook_is_signed
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Good = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private const long SentAt = 1614265330;

    [Theory]
    [InlineData("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", """{"test": 2432232314}""", Good)]
    [InlineData(
        "msg_local_2", "1767225600",
        """{"id":"abc123","status":"succeeded","output":"https://replicate.delivery/xezq/x/out.png","logs":"café ✓"}""",
        "v1,SNbFRnj0AGyPyz27h2vrTMD0c2UgyPEBOV2qQ2TagQY=")]
    public void the_known_signatures_are_good(string id, string timestamp, string body, string signature)
        => Assert.True(WebhookSignature.IsGood(
            new SignedWebhook(id, timestamp, signature, Encoding.UTF8.GetBytes(body)), Secret));

    [Theory]
    [InlineData(Good + " v1,AAAA")]
    [InlineData("v1,AAAA " + Good)]
    [InlineData("v2,AAAA  " + Good + " nonsense")]
    public void one_good_entry_is_enough(string signatures) => Assert.True(IsGood(Webhook(signatures)));

    [Theory]
    [InlineData("")]
    [InlineData("v1,")]
    [InlineData("v1,AAAA")]
    [InlineData("v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("v2,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData("g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    public void any_other_entry_is_not(string signatures) => Assert.False(IsGood(Webhook(signatures)));

    [Fact]
    public void another_body_id_or_time_is_not_what_was_signed()
    {
        Assert.False(IsGood(Webhook(Good) with { Body = Encoding.UTF8.GetBytes("""{"test": 2432232315}""") }));
        Assert.False(IsGood(Webhook(Good) with { Id = "msg_p5jXN8AQM9LWM0D4loKWxJel" }));
        Assert.False(IsGood(Webhook(Good) with { Timestamp = "1614265331" }));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void five_minutes_is_the_most_it_may_be_old(int seconds, bool isRecent)
        => Assert.Equal(
            isRecent, WebhookSignature.IsRecent(Webhook(Good), DateTimeOffset.FromUnixTimeSeconds(SentAt + seconds)));

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("-1614265330")]
    [InlineData("1614265330.5")]
    public void a_time_that_is_none_is_not_recent(string timestamp)
        => Assert.False(WebhookSignature.IsRecent(
            Webhook(Good) with { Timestamp = timestamp }, DateTimeOffset.FromUnixTimeSeconds(SentAt)));

    [Theory]
    [InlineData(Secret, true)]
    [InlineData("whsec_", false)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", false)]
    [InlineData("whsec_not base64!", false)]
    public void a_secret_is_known_by_its_form(string text, bool isSecret)
        => Assert.Equal(isSecret, WebhookSignature.IsSecret(text));

    private static bool IsGood(SignedWebhook webhook) => WebhookSignature.IsGood(webhook, Secret);

    private static SignedWebhook Webhook(string signatures) => new(
        "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", signatures, """{"test": 2432232314}"""u8.ToArray());
}
