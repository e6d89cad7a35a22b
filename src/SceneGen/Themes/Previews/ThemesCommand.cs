using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SceneGen.Contracts;
using SceneGen.Replicate.Models;
using SceneGen.Settings;
using SceneGen.Themes.Files;

namespace SceneGen.Themes.Previews;

/// <summary>Checks the themes' files, or shows what one of them would ask for, and ends.</summary>
internal static class ThemesCommand
{
    public const string Name = "themes";

    private const string Usage =
        "Write 'themes check', or 'themes preview ID' with --kind, --name, --description, --model, --label or --seed.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<int> RunAsync(string[] arguments)
    {
        var isClean = true;
        var code = await StartFault.SayAsync(async () =>
        {
            isClean = arguments switch
            {
                ["check", .. var settings] => await CheckAsync(settings),
                ["preview", var id, .. var words] when !id.StartsWith('-') => await PreviewAsync(id, words),
                _ => throw new InvalidOperationException(Usage),
            };
        });
        return isClean ? code : 1;
    }

    private static async Task<bool> CheckAsync(string[] settings)
    {
        using var host = HostOf(settings);
        var folder = host.Services.GetRequiredService<IOptions<ThemeOptions>>().Value.Folder;
        var reading = new ThemeFolder(folder, host.Services.GetRequiredService<ModelLibrary>()).Read();
        foreach (var theme in reading.Themes)
        {
            await Console.Out.WriteLineAsync($"{theme.Id} version {theme.Version}: right.");
        }

        foreach (var fault in reading.Refused)
        {
            await Console.Error.WriteLineAsync(fault.Sentence);
        }

        return reading.Refused.Count == 0;
    }

    private static async Task<bool> PreviewAsync(string id, string[] words)
    {
        using var host = HostOf(words);
        var themes = host.Services.GetRequiredService<ThemeLibrary>();
        var given = new ConfigurationBuilder().AddCommandLine(words).Build();
        var theme = themes.Find(id) ?? throw Unknown("theme", id, themes.All.Select(known => known.Id));
        var label = given["label"] is { } labelId
            ? theme.Labels.Find(known => known.Id == labelId)
                ?? throw Unknown("label", labelId, theme.Labels.Select(known => known.Id))
            : null;
        var models = host.Services.GetRequiredService<ModelLibrary>();
        var model = given["model"] is { } modelId
            ? models.Find(modelId) ?? throw Unknown("model", modelId, models.Ids)
            : themes.ModelsOf(theme, label)[0];
        var preview = ThemePreview.Of(theme, AvatarOf(given), model, SeedOf(given), label);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(preview, Json));
        return true;
    }

    private static IHost HostOf(string[] settings)
    {
        var builder = Host.CreateApplicationBuilder(settings);
        builder.Configuration.AddSceneGenSources();
        builder.Logging.ClearProviders();
        builder.Services.AddSettings<ThemeOptions>("Themes");
        builder.Services.AddSettings<ModelOptions>("Models");
        builder.Services.AddSingleton<ModelLibrary>();
        builder.Services.AddSingleton<ThemeLibrary>();
        return builder.Build();
    }

    private static AvatarDescription? AvatarOf(IConfiguration given)
        => given["kind"] switch
        {
            null => null,
            var kind when Enum.TryParse<AvatarKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) =>
                new AvatarDescription { Kind = known, Name = given["name"], Description = given["description"] },
            var kind => throw Unknown("kind", kind, Enum.GetNames<AvatarKind>().Select(name => name.ToLowerInvariant())),
        };

    private static int? SeedOf(IConfiguration given)
        => given["seed"] switch
        {
            null => null,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) => seed,
            _ => throw new InvalidOperationException("--seed takes a whole number from 0 to 2147483647."),
        };

    private static InvalidOperationException Unknown(string what, string given, IEnumerable<string> known)
        => new($"There is no {what} '{given}'; there are: {string.Join(", ", known)}.");
}
