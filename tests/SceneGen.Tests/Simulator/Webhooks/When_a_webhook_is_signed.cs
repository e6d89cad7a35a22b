using System.Text;
using SceneGen.Simulator.Replicate.Webhooks;

namespace SceneGen.Tests.Simulator.Webhooks;

public sealed class When_a_webhook_is_signed
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    [Theory]
    [InlineData(
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        1614265330,
        """{"test": 2432232314}""",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")]
    [InlineData(
        "msg_local_2",
        1767225600,
        """{"id":"abc123","status":"succeeded","output":"https://replicate.delivery/xezq/x/out.png","logs":"café ✓"}""",
        "v1,SNbFRnj0AGyPyz27h2vrTMD0c2UgyPEBOV2qQ2TagQY=")]
    public void it_carries_the_known_signature(string id, long timestamp, string body, string signature)
    {
        Assert.Equal(signature, WebhookSignature.Of(Secret, id, timestamp, Encoding.UTF8.GetBytes(body)));
    }
}
