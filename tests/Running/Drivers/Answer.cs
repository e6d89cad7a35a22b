using System.Text.Json;

namespace SceneGen.Tests.Running.Drivers;

/// <summary>What the service answered.</summary>
public sealed record Answer(int Status, string Text, HttpResponseMessage Message)
{
    public JsonElement Body => JsonElement.Parse(Text);

    public static async Task<Answer> OfAsync(HttpResponseMessage message)
        => new(
            (int)message.StatusCode,
            await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            message);
}
