using System.Text.Encodings.Web;
using System.Text.Json;
using SceneGen.Contracts;

namespace SceneGen.Tests.Messaging;

public sealed class When_a_message_is_on_the_wire
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Guid SceneId = new("0199f3a4-5b6c-7d8e-9f10-a1b2c3d4e5f6");
    private static readonly Guid AvatarId = new("11111111-2222-4333-8444-555555555555");
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero);

    [Fact]
    public async Task its_names_are_in_camel_case_and_its_enums_are_words()
    {
        var (message, _) = await WireBus.SayAsync(new SceneFailed
        {
            SceneId = SceneId,
            SessionId = "session-1",
            AvatarId = AvatarId,
            Theme = null,
            Code = SceneFailureCodes.AvatarUnreadable,
            Fault = SceneFault.Avatar,
            Message = "The avatar's file is not a picture that can be used.",
            AvatarRollback = AvatarRollback.Requested,
            FailedAt = At,
        });

        Assert.Equal(
            """
            {
              "sceneId": "0199f3a4-5b6c-7d8e-9f10-a1b2c3d4e5f6",
              "sessionId": "session-1",
              "avatarId": "11111111-2222-4333-8444-555555555555",
              "theme": null,
              "code": "avatar_unreadable",
              "fault": "avatar",
              "message": "The avatar's file is not a picture that can be used.",
              "avatarRollback": "requested",
              "failedAt": "2026-01-02T03:04:05.678+00:00"
            }
            """,
            message.ToJsonString(Readable));
    }

    [Fact]
    public async Task an_enum_of_two_words_is_in_camel_case()
    {
        var (message, _) = await WireBus.SayAsync(new SceneRolledBack
        {
            SceneId = SceneId,
            SessionId = "session-1",
            AvatarId = AvatarId,
            Outcome = RollbackOutcome.RolledBack,
            At = At,
        });

        Assert.Equal("rolledBack", message["outcome"]!.GetValue<string>());
    }

    [Fact]
    public async Task an_avatar_comes_as_it_was_said()
    {
        var avatar = new AvatarGenerated
        {
            AvatarId = AvatarId,
            SessionId = "session-1",
            AvatarUrl = "https://avatars.example.org/fox.png",
            Theme = "neon-city",
            Avatar = new AvatarDescription { Kind = AvatarKind.Animal, Name = "Juniper" },
            GeneratedAt = At,
        };

        var (message, heard) = await WireBus.SayAsync(avatar);

        Assert.Equal("animal", message["avatar"]!["kind"]!.GetValue<string>());
        Assert.Equal(avatar, heard);
    }
}
