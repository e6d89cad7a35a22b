using System.Text.Json.Nodes;
using SceneGen.Contracts;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Avatars;

public sealed class When_a_rollback_is_requested
{
    [Fact]
    public async Task the_avatar_is_rolled_back_once_and_every_request_answered()
    {
        await using var upstream = await Upstream.StartAsync();
        var avatarId = await upstream.CreateAsync("Juniper");
        var sceneId = Guid.NewGuid();

        for (var request = 0; request < 3; request++)
        {
            await upstream.AskForRollbackAsync(avatarId, sceneId);
            var answer = await upstream.HearAsync<AvatarRolledBack>();
            Assert.Equal((avatarId, sceneId), (answer.AvatarId, answer.SceneId));
        }

        var record = await upstream.RecordAsync(avatarId, entry => Requests(entry) == 3);
        Assert.Equal("rolledBack", record["status"]!.GetValue<string>());
        Assert.Equal(1, record["rolledBackCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task an_avatar_that_came_by_another_door_is_recorded_too()
    {
        await using var upstream = await Upstream.StartAsync();
        var avatarId = Guid.NewGuid();

        await upstream.AskForRollbackAsync(avatarId, Guid.NewGuid());

        Assert.Equal(avatarId, (await upstream.HearAsync<AvatarRolledBack>()).AvatarId);
        var record = await upstream.RecordAsync(avatarId, entry => Requests(entry) == 1);
        Assert.Equal(1, record["rolledBackCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task a_name_can_refuse_it()
    {
        await using var upstream = await Upstream.StartAsync();
        var avatarId = await upstream.CreateAsync("Juniper refuse-rollback");

        await upstream.AskForRollbackAsync(avatarId, Guid.NewGuid());

        var refusal = await upstream.HearAsync<AvatarRollbackRefused>();
        Assert.False(string.IsNullOrEmpty(refusal.Reason));
        var record = await upstream.RecordAsync(avatarId, entry => Requests(entry) == 1);
        Assert.Equal("active", record["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task a_name_can_leave_it_unanswered()
    {
        await using var upstream = await Upstream.StartAsync();
        var silent = await upstream.CreateAsync("Juniper ignore-rollback");
        var other = await upstream.CreateAsync("Juniper");

        await upstream.AskForRollbackAsync(silent, Guid.NewGuid());
        await upstream.RecordAsync(silent, entry => Requests(entry) == 1);
        await upstream.AskForRollbackAsync(other, Guid.NewGuid());

        Assert.Equal(other, (await upstream.HearAsync<AvatarRolledBack>()).AvatarId);
        var record = await upstream.RecordAsync(silent, _ => true);
        Assert.Equal("active", record["status"]!.GetValue<string>());
    }

    private static int Requests(JsonNode record)
    {
        return record["rollbackRequests"]!.GetValue<int>();
    }
}
