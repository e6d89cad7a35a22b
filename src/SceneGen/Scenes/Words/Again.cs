namespace SceneGen.Scenes.Words;

/// <summary>Whether the same wish may come true another time, and when; if not, what has to change.</summary>
internal enum Again
{
    WithAnotherAvatar,
    WithAnotherTheme,
    AtOnce,
    InMinutes,
    InHours,
}
