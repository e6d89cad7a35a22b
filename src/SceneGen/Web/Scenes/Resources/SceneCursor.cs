using System.Buffers.Text;
using System.Globalization;
using System.Text;
using SceneGen.Scenes;

namespace SceneGen.Web.Scenes.Resources;

/// <summary>Where a list goes on: after this scene, newest first.</summary>
internal sealed record SceneCursor(DateTimeOffset CreatedAt, Guid Id)
{
    public static SceneCursor After(SceneState scene) => new(scene.CreatedAt, scene.CorrelationId);

    public static SceneCursor? Parse(string text)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        return parts is [var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.Ticks
            && Guid.TryParse(id, out var guid)
            ? new SceneCursor(new DateTimeOffset(at, TimeSpan.Zero), guid)
            : null;
    }

    /// <summary>The first condition says nothing new; but by it the database begins here, and not at the newest of all.</summary>
    public IQueryable<SceneState> Apply(IQueryable<SceneState> scenes)
        => scenes.Where(scene => scene.CreatedAt <= CreatedAt
            && (scene.CreatedAt < CreatedAt || scene.CorrelationId < Id));

    public override string ToString()
        => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{CreatedAt.UtcTicks}.{Id:N}"));
}
