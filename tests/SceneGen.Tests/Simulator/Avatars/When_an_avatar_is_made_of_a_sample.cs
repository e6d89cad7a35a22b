using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SceneGen.Contracts;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Avatars;

public sealed class When_an_avatar_is_made_of_a_sample
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_is_announced_with_a_picture_that_can_be_fetched()
    {
        await using var upstream = await Upstream.StartAsync();

        var avatarId = await upstream.CreateAsync("Juniper");

        var generated = await upstream.HearAsync<AvatarGenerated>();
        Assert.Equal(avatarId, generated.AvatarId);
        Assert.Equal("s-1", generated.SessionId);
        Assert.Equal("neon-city", generated.Theme);
        Assert.Equal("Juniper", generated.Avatar?.Name);
        Assert.Equal(AvatarKind.Animal, generated.Avatar?.Kind);
        using var picture = new PictureFile(await upstream.Http.GetByteArrayAsync(generated.AvatarUrl, Canceled));
        Assert.Equal("512", await picture.FieldAsync("width"));
        Assert.Equal("4", await picture.FieldAsync("bands"));
    }

    [Fact]
    public async Task every_sample_has_a_picture()
    {
        await using var upstream = await Upstream.StartAsync();

        var samples = await upstream.Http.GetFromJsonAsync<JsonArray>("/simulator/samples", Canceled);

        Assert.Equal(6, samples!.Count);
        Assert.Equal(5, samples.Select(sample => sample!["kind"]!.GetValue<string>()).Distinct().Count());
        foreach (var sample in samples)
        {
            using var response = await upstream.Http.GetAsync(sample!["pictureUrl"]!.GetValue<string>(), Canceled);
            Assert.Equal("image/png", response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task what_is_wrong_is_named()
    {
        await using var upstream = await Upstream.StartAsync();

        using var response = await upstream.Http.PostAsJsonAsync(
            "/simulator/avatars", new { sample = "ghost", sessionId = "two words" }, Canceled);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonNode>(Canceled);
        Assert.Equal(["sample", "sessionId"], problem!["errors"]!.AsObject().Select(error => error.Key));
    }
}
