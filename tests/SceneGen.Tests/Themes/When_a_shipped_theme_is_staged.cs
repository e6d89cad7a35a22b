using System.Text.Json;
using System.Text.Json.Nodes;
using SceneGen.Contracts;
using SceneGen.Replicate.Models;
using SceneGen.Simulator.Replicate.Models;
using SceneGen.Tests.Conventions;
using SceneGen.Themes;
using SceneGen.Themes.Previews;
using SceneGen.Themes.Variants;

namespace SceneGen.Tests.Themes;

/// <summary>
/// What each shipped theme asks of each model for each kind of avatar, held against approved files. With
/// SCENEGEN_APPROVE=1 the files are written instead.
/// </summary>
public sealed class When_a_shipped_theme_is_staged
{
    private const int Seed = 7;
    private const int LargestPicture = 30 * 1024;

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly ThemeLibrary Themes = ShippedThemes.Read();
    private static readonly string Folder = Repository.PathOf("tests/SceneGen.Tests/Themes/Approved");
    private static readonly bool Approves = Environment.GetEnvironmentVariable("SCENEGEN_APPROVE") == "1";

    public static TheoryData<string> Ids => [.. Themes.All.Select(theme => theme.Id)];

    public static TheoryData<string, AvatarKind> Stagings
    {
        get
        {
            var stagings = new TheoryData<string, AvatarKind>();
            foreach (var theme in Themes.All)
            {
                foreach (var kind in Enum.GetValues<AvatarKind>())
                {
                    stagings.Add(theme.Id, kind);
                }
            }

            return stagings;
        }
    }

    [Fact]
    public void there_are_twelve()
        => Assert.Equal(
            [
                "beach-sunset", "castle-courtyard", "coral-reef", "desert-oasis", "enchanted-forest", "haunted-mansion",
                "jungle-temple", "neon-city", "northern-lights", "race-track", "sky-islands", "space-station",
            ],
            Themes.All.Select(theme => theme.Id));

    [Theory]
    [MemberData(nameof(Stagings))]
    public void every_model_is_asked_in_the_approved_words(string id, AvatarKind kind)
    {
        foreach (var model in ShippedThemes.Models.InOrder)
        {
            Check(FileOf(id, kind, model), TextOf(Themes.Find(id)!, kind, model));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void a_version_says_what_was_approved(string id)
    {
        var theme = Themes.Find(id)!;
        Check(Path.Combine(Folder, id, "version.txt"), $"version {theme.Version}\n{theme.Hash}\n");
    }

    [Fact]
    public void nothing_is_approved_that_is_not_asked()
    {
        var asked = from theme in Themes.All
                    from kind in Enum.GetValues<AvatarKind>()
                    from model in ShippedThemes.Models.InOrder
                    select FileOf(theme.Id, kind, model);
        var versions = Themes.All.Select(theme => Path.Combine(Folder, theme.Id, "version.txt"));

        Assert.Equal(
            asked.Concat(versions).Order(StringComparer.Ordinal),
            Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void the_provider_takes_its_input(string id)
    {
        var theme = Themes.Find(id)!;
        foreach (var model in ShippedThemes.Models.InOrder)
        {
            var input = ThemePreview.Of(theme, AvatarOf(AvatarKind.Creature), model, Seed).Input;

            Assert.Empty(FakeModels.Find(model.Id)!.Check(JsonNode.Parse(input.ToJsonString())!.AsObject()));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void it_has_a_small_picture_of_itself(string id)
    {
        var picture = Themes.Find(id)!.Picture;

        Assert.NotNull(picture);
        Assert.InRange(picture.Bytes.Length, 1000, LargestPicture);
    }

    private static void Check(string file, string text)
    {
        if (Approves)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"{file} is missing: nobody has approved what is asked.");
        Assert.Equal(File.ReadAllText(file), text);
    }

    private static string TextOf(Theme theme, AvatarKind kind, ModelProfile model)
    {
        var preview = ThemePreview.Of(theme, AvatarOf(kind), model, Seed);
        var input = JsonNode.Parse(preview.Input.ToJsonString())!.AsObject();
        Assert.Equal(preview.Prompt, input["prompt"]!.GetValue<string>());
        Assert.InRange(preview.Prompt.Length, 1, model.PromptLimit);
        input["prompt"] = ModelInput.Prompt;
        var box = Staging.Of(theme, kind, label: null).Box;
        return FormattableString.Invariant(
            $"{preview.Prompt}\n\nbox {box.Left} {box.Top} {box.Width} {box.Height}\n{input.ToJsonString(Indented)}\n");
    }

    private static AvatarDescription AvatarOf(AvatarKind kind) => new()
    {
        Kind = kind,
        Name = "Juniper",
        Description = $"a cheerful {kind.ToString().ToLowerInvariant()} with a green scarf",
    };

    private static string FileOf(string theme, AvatarKind kind, ModelProfile model)
        => Path.Combine(
            Folder, theme, kind.ToString().ToLowerInvariant(), $"{model.Id.Replace('/', '.')}.txt");
}
