using System.Text.Json;
using MassTransit.Serialization;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Timeline;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Messaging;

public sealed class When_an_event_tells_what_happened
{
    [Fact]
    public async Task it_says_what_there_is_and_nothing_else()
    {
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var told = new Happened
        {
            Code = TimelineCodes.Polled,
            At = at,
            DurationMs = 40,
            Facts = new TimelineFacts { Check = 1, Status = "processing" },
        };

        var (wire, heard) = await WireBus.SayAsync(A.Success(Guid.NewGuid()) with { Happened = [told] });

        Assert.Equal(
            """[{"code":"polled","at":"2026-01-02T03:04:05+00:00","durationMs":40,"facts":{"status":"processing","check":1}}]""",
            JsonSerializer.Serialize(wire["happened"]).Replace("\\u002B", "+", StringComparison.Ordinal));
        Assert.Equal(told, Assert.Single(heard.Happened));
    }

    [Fact]
    public void one_of_an_older_version_tells_nothing()
    {
        const string Old =
            """{"sceneId":"0199f3a4-5b6c-7d8e-9f10-a1b2c3d4e5f6","run":1,"attempt":1,"wait":"00:00:02","avatarMisses":0}""";

        var heard = JsonSerializer.Deserialize<GenerationPostponed>(Old, SystemTextJsonMessageSerializer.Options)!;

        Assert.Empty(heard.Happened);
        Assert.Null(heard.Gate);
    }
}
