using SceneGen.Operations.DeadLetters.Reading;

namespace SceneGen.Tests.Operations.DeadLetters;

public sealed class When_a_message_is_shown
{
    [Theory]
    [InlineData("""{"url":"https://a.example.org/x/y.png?sig=abc"}""", """{"url":"https://a.example.org/…"}""")]
    [InlineData("""{"deep":[{"apiKey":"k","Token":"t"}]}""", """{"deep":[{"apiKey":"(secret)","Token":"(secret)"}]}""")]
    [InlineData("""{"text":"it said Bearer abcdefgh12345678"}""", """{"text":"it said (token)"}""")]
    [InlineData("""{"sceneId":"6f0d6f2c-6c0f-4c51-9d5e-0d2f3a1b4c5d","n":17,"no":null}""", """{"sceneId":"6f0d6f2c-6c0f-4c51-9d5e-0d2f3a1b4c5d","n":17,"no":null}""")]
    [InlineData("nonsense https://a.example.org/?sig=abc", "nonsense (URL)")]
    [InlineData("", "")]
    [InlineData("""{"a":1,"a":"https://a.example.org/?sig=abc"}""", """{"a":1,"a":"(URL)""")]
    [InlineData("""{"message":{"deep":{"a":1,"a":2}}}""", """{"message":{"deep":{"a":1,"a":2}}}""")]
    [InlineData("""{"text":"\ud83d"}""", """{"text":"\ud83d"}""")]
    [InlineData("""{"sceneId":"\ud83d","token":"abc"}""", """{"sceneId":"\ud83d","token=(secret)"}""")]
    [InlineData("""{"messageType":["\ud83d"],"message":{}}""", """{"messageType":["\ud83d"],"message":{}}""")]
    [InlineData("""{"\ud83d":1}""", """{"\ud83d":1}""")]
    public void it_holds_nothing_that_could_be_a_secret(string body, string preview)
        => Assert.Equal(preview, MessageContent.Read(body).Preview);

    [Fact]
    public void of_an_envelope_the_message_is_shown()
    {
        var content = MessageContent.Read(
            """{"messageId":"1","messageType":["urn:message:SceneGen.Contracts:ThemeSelected"],"message":{"sceneId":"6f0d6f2c-6c0f-4c51-9d5e-0d2f3a1b4c5d"}}""");

        Assert.Equal(
            ("ThemeSelected", Guid.Parse("6f0d6f2c-6c0f-4c51-9d5e-0d2f3a1b4c5d"), """{"sceneId":"6f0d6f2c-6c0f-4c51-9d5e-0d2f3a1b4c5d"}"""),
            (content.Type, content.SceneId, content.Preview));
    }

    [Fact]
    public void a_long_one_is_cut() => Assert.Equal(2001, MessageContent.Read($$"""{"text":"{{new string('x', 5000)}}"}""").Preview.Length);
}
