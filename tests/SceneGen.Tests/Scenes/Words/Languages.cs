using SceneGen.Scenes.Words;

namespace SceneGen.Tests.Scenes.Words;

internal static class Languages
{
    public static IReadOnlyList<Language> All { get; } = Enum.GetValues<Language>();
}
