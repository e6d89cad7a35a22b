using SceneGen.Contracts;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Avatars;

public sealed class When_the_avatar_service_starts_again
{
    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task avatars_and_their_rollbacks_are_remembered()
    {
        await using var before = await Upstream.StartAsync();
        var avatarId = await before.CreateAsync("Juniper");
        var sceneId = Guid.NewGuid();
        await before.AskForRollbackAsync(avatarId, sceneId);
        await before.HearAsync<AvatarRolledBack>();

        await using var after = await before.StartAgainAsync();
        await after.AskForRollbackAsync(avatarId, sceneId);
        await after.HearAsync<AvatarRolledBack>();

        var record = await after.RecordAsync(avatarId, _ => true);
        Assert.Equal("rolledBack", record["status"]!.GetValue<string>());
        Assert.Equal(2, record["rollbackRequests"]!.GetValue<int>());
        Assert.Equal(1, record["rolledBackCount"]!.GetValue<int>());
        Assert.Equal(sceneId, record["sceneId"]!.GetValue<Guid>());
        using var picture = await after.Http.GetAsync($"/simulator/avatars/{avatarId}.png", Canceled);
        Assert.True(picture.IsSuccessStatusCode);
    }
}
