using MassTransit;
using SceneGen.Generation.Messages;

namespace SceneGen.Scenes.Avatars;

/// <summary>The verbs by which a scene keeps what was seen of its avatar.</summary>
internal static class AvatarSteps
{
    private const char BetweenColours = ',';

    public static EventActivityBinder<SceneState, GenerationFailed> KeepAvatar(
        this EventActivityBinder<SceneState, GenerationFailed> binder)
        => binder.Then(context => context.Saga.KeepAvatar(context.Message.Picture));

    public static EventActivityBinder<SceneState, GenerationPostponed> KeepAvatar(
        this EventActivityBinder<SceneState, GenerationPostponed> binder)
        => binder.Then(context => context.Saga.KeepAvatar(context.Message.Picture, context.Message.AvatarMisses));

    public static void KeepAvatar(this SceneState scene, AvatarPicture? picture, int misses = 0)
    {
        scene.AvatarMisses = misses;
        if (picture is not null)
        {
            scene.AvatarSha256 = picture.Sha256;
            scene.AvatarWidth = picture.Width;
            scene.AvatarHeight = picture.Height;
            scene.AvatarBytes = picture.Bytes;
            scene.AvatarColours = string.Join(BetweenColours, picture.Colours);
            scene.AvatarFileUrl = picture.FileUrl;
            scene.AvatarFileExpiresAt = picture.FileExpiresAt;
        }
    }

    public static void ForgetAvatar(this SceneState scene)
        => scene.AvatarSha256 = scene.AvatarColours = scene.AvatarFileUrl = null;

    public static AvatarPicture? ToAvatarPicture(this SceneState scene)
        => scene is { AvatarSha256: { } sha256, AvatarWidth: { } width, AvatarHeight: { } height, AvatarBytes: { } bytes }
            ? new AvatarPicture
            {
                Sha256 = sha256,
                Width = width,
                Height = height,
                Bytes = bytes,
                Colours = scene.ToAvatarColours(),
                FileUrl = scene.AvatarFileUrl,
                FileExpiresAt = scene.AvatarFileExpiresAt,
            }
            : null;

    public static IReadOnlyList<string> ToAvatarColours(this SceneState scene)
        => scene.AvatarColours?.Split(BetweenColours, StringSplitOptions.RemoveEmptyEntries) ?? [];
}
