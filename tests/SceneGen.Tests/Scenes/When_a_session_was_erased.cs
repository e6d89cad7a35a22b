using Microsoft.Extensions.Logging;
using SceneGen.Access.Sessions;
using SceneGen.Contracts;
using SceneGen.Scenes.Callers;
using SceneGen.Scenes.Correlation;
using SceneGen.Scenes.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_a_session_was_erased(SceneHarness harness) : IClassFixture<SceneHarness>
{
    private static readonly DateTimeOffset Erased = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly string _session = $"session-{Guid.NewGuid():N}";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Once the erasure is over nobody would take its session's mark away again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task an_avatar_from_before_begins_nothing_and_its_scene_counts_as_deleted(bool isOver)
    {
        await EraseAsync(number: 1, isOver);
        var avatar = NewAvatar(Erased.AddMinutes(-1));

        await harness.HearAndSettleAsync(avatar);

        var row = (await harness.FindAsync(avatar.SceneId!.Value))!;
        Assert.Equal(("Canceled", "", (string?)null), (row.CurrentState, row.AvatarUrl, row.AvatarName));
        Assert.NotNull(row.ErasedAt);
        Assert.Equal((isOver ? "" : SessionMark.Of(_session), 0), (row.SessionId, row.SessionErasures));
        Assert.Empty(await harness.TimelineAsync(row.CorrelationId));
        Assert.Empty(await harness.WaitingAsync(row.CorrelationId));
        Assert.Contains(
            $"avatar {avatar.AvatarId} was generated before", harness.Log.Lines(LogLevel.Information), StringComparison.Ordinal);
    }

    /// <summary>Its sender says not when it was made; or the session has come back.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public async Task an_avatar_from_after_it_is_served(int? minutesAfter)
    {
        await EraseAsync(number: 3);
        var avatar = NewAvatar(minutesAfter is { } minutes ? Erased.AddMinutes(minutes) : null);

        await harness.HearAndSettleAsync(avatar);

        var row = (await harness.FindAsync(avatar.SceneId!.Value))!;
        Assert.Equal((null, _session, 3), (row.ErasedAt, row.SessionId, row.SessionErasures));
    }

    /// <summary>It was let in before the erasure, and its scene is taken in after it: the next pass takes it back.</summary>
    [Fact]
    public async Task what_a_caller_of_before_asks_for_is_kept_as_of_before()
    {
        await EraseAsync(number: 1);
        var order = new CreateScene { SceneId = Guid.NewGuid(), Avatar = NewAvatar(generatedAt: null) };

        await harness.Intake.TakeAsync(order, new CallerRequest { ConfinedTo = _session }, Stop);

        Assert.Equal(0, (await harness.FindAsync(order.SceneId))!.SessionErasures);
    }

    private AvatarGenerated NewAvatar(DateTimeOffset? generatedAt)
        => A.Avatar(Guid.NewGuid()) with { AvatarId = Guid.NewGuid(), SessionId = _session, GeneratedAt = generatedAt };

    private Task EraseAsync(int number, bool isOver = true)
        => harness.WithDatabaseAsync(async database =>
        {
            var (hash, named) = (SessionMark.HashOf(_session), isOver ? null : _session);
            database.Add(new SessionErasure { Sha256 = hash, SessionId = named, AskedAt = Erased, Number = number });
            await database.SaveChangesAsync(Stop);
        });
}
