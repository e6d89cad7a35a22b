using System.Globalization;
using Microsoft.Net.Http.Headers;
using SceneGen.Scenes;
using SceneGen.Scenes.Words;
using SceneGen.Web.Http.Words;

namespace SceneGen.Web.Scenes.Waiting;

/// <summary>By what a caller knows a scene again: how far it has come, and in which language it was told.</summary>
internal static class SceneTag
{
    public static EntityTagHeaderValue Of(SceneState scene, Language language)
        => new(
            string.Create(CultureInfo.InvariantCulture, $"\"{scene.TimelineSequence}-{AnswerLanguage.TagOf(language)}\""),
            isWeak: true);

    /// <summary>Whether the caller has it already.</summary>
    public static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag)
        => request.GetTypedHeaders().IfNoneMatch.Any(
            known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
}
