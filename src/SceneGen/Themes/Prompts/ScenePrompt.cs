using System.Text.RegularExpressions;
using SceneGen.Contracts;
using SceneGen.Replicate.Models;
using SceneGen.Themes.Variants;

namespace SceneGen.Themes.Prompts;

/// <summary>The text a model is asked with. The same staging, avatar and model always give the same.</summary>
internal static partial class ScenePrompt
{
    private const string Avatar = "{avatar}";
    private const string Kind = "{avatar.kind}";
    private const string Name = "{avatar.name}";
    private const string Description = "{avatar.description}";

    public static IReadOnlyList<string> Placeholders { get; } = [Avatar, Kind, Name, Description];

    public static string Render(Staging staging, AvatarDescription? avatar, ModelProfile model)
    {
        var whole = Join(Sentences(staging, AvatarWords.Of(avatar), model), model);
        if (whole.Length <= model.PromptLimit)
        {
            return whole;
        }

        // What others say of the avatar is the first to go, for the reference picture says it too.
        var bare = AvatarWords.Of(avatar, longestDescription: 0);
        var sentences = Sentences(staging, bare, model);
        while (Join(sentences, model).Length > model.PromptLimit
            && sentences.FindLastIndex(one => one.MayGo) is >= 0 and var last)
        {
            sentences.RemoveAt(last);
        }

        var text = Join(sentences, model);
        return text.Length <= model.PromptLimit ? text : text[..EndWithin(text, model.PromptLimit)];
    }

    internal static IEnumerable<string> UnknownPlaceholders(string prompt)
        => AnyPlaceholder().Matches(prompt).Select(match => match.Value).Except(Placeholders);

    private static List<(string Text, bool MayGo)> Sentences(Staging staging, AvatarWords avatar, ModelProfile model)
    {
        var sentences = new List<(string? Text, bool MayGo)>
        {
            (Filled(staging.Prompt.Trim(), avatar), false),
            (StageWords.Identity(avatar, staging.Kind), false),
            (StageWords.Placement(avatar, staging), false),
            (StageWords.Contact(avatar, staging), false),
            (StageWords.Light(avatar, staging), false),
            (staging.Camera is { } camera ? $"Camera: {camera}." : null, true),
            (staging.Mood is { } mood ? $"Mood: {mood}." : null, true),
            (staging.Palette.Count > 0 ? $"Colours of the place: {string.Join(", ", staging.Palette)}." : null, true),
            (StageWords.Frame(staging), false),
            (staging.OverrideOf(model.Id)?.Words, false),
        };
        return [.. sentences.Where(one => one.Text is not null).Select(one => (one.Text!, one.MayGo))];
    }

    private static string Filled(string template, AvatarWords avatar)
        => AnyPlaceholder().Replace(template, match => match.Value switch
        {
            Avatar => avatar.Introduction,
            Kind => avatar.Noun,
            Name => avatar.Name.Length > 0 ? avatar.Name : "the avatar",
            Description => avatar.Description.Length > 0 ? avatar.Description : "shown there",
            var unknown => throw new InvalidDataException($"{unknown} stands for nothing."),
        });

    private static string Join(List<(string Text, bool MayGo)> sentences, ModelProfile model)
    {
        var text = string.Join('\n', sentences.Select(one => one.Text));
        var lines = model.NoNewlines ? [text] : text.Split('\n');
        return string.Join('\n', lines.Select(line => WhiteSpace().Replace(line, " ").Trim())).Trim();
    }

    private static int EndWithin(string text, int limit) => char.IsHighSurrogate(text[limit - 1]) ? limit - 1 : limit;

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnyPlaceholder();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhiteSpace();
}
