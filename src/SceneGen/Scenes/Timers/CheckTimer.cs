using MassTransit.Scheduling;
using SceneGen.Generation.Messages;
using SceneGen.Scenes.Correlation;

namespace SceneGen.Scenes.Timers;

/// <summary>A scene and attempt have one timer for checks: whoever sets it replaces the one that was set.</summary>
internal static class CheckTimer
{
    public static void NameTokens()
        => ScheduleTokenId.UseTokenId<CheckGeneration>(check => TokenOf(check.SceneId, check.Run, check.Attempt));

    public static Guid TokenOf(Guid sceneId, int run, int attempt) => SceneIds.Named($"check/{sceneId:D}/{run}/{attempt}");
}
