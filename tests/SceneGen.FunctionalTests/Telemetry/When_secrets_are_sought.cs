namespace SceneGen.FunctionalTests.Telemetry;

public sealed class When_secrets_are_sought
{
    [Theory]
    [InlineData(Secrets.ApiToken)]
    [InlineData("Host=x;Password=" + Secrets.DatabasePassword)]
    [InlineData("amqp://scenegen:" + Secrets.BusPassword + "@127.0.0.1")]
    [InlineData("http://127.0.0.1/fox.png?X-Amz-Signature=" + Secrets.AvatarSignature)]
    [InlineData(WebhookSender.Secret)]
    [InlineData("POST /webhooks/replicate/0123456789abcdef0123456789abcdef")]
    [InlineData("https://replicate.delivery/xezq/out.jpg")]
    [InlineData("http://127.0.0.1:5080/replicate/delivery/abc/out.png could not be fetched")]
    [InlineData("https://127.0.0.1/assets/0123.jpg?exp=1&kid=a&sig=b")]
    [InlineData("Authorization: Bearer abcdefgh12345678")]
    public void each_is_found(string line)
        => Assert.Equal(line, Secrets.FindIn($"one line\n{line}\nanother line"));

    [Fact]
    public void what_the_service_says_of_scenes_is_none()
        => Assert.Null(Secrets.FindIn(
            "12:00:00.000 INF SceneGen.Scenes.SceneStateMachine scene=01a2 trace=1c97 Scene 01a2: The picture is painted."));
}
