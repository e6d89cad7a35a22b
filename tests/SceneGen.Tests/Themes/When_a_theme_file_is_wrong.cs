using System.Text;
using SceneGen.Tests.Assets;

namespace SceneGen.Tests.Themes;

public sealed class When_a_theme_file_is_wrong
{
    private const string Valid = """
        id: garden
        name: Garden
        description: A garden.
        version: 1
        models: [bytedance/seedream-4]
        prompt: Place {avatar.name} in a garden.

        """;

    [Fact]
    public void a_right_one_is_read()
    {
        using var folder = new TestFolder();
        folder.Write("garden.yaml", Encoding.UTF8.GetBytes(Valid));

        Assert.Equal("Garden", ShippedThemes.Read(folder.Root).Find("garden")!.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("models: []\n")]
    public void one_without_models_is_for_all_of_them_in_their_order(string models)
    {
        using var folder = new TestFolder();
        folder.Write("garden.yaml", Encoding.UTF8.GetBytes(
            Valid.Replace("models: [bytedance/seedream-4]\n", models, StringComparison.Ordinal)));

        var themes = ShippedThemes.Read(folder.Root);

        Assert.Equal(
            [
                "black-forest-labs/flux-2-pro", "bytedance/seedream-4", "bytedance/seedream-5-pro",
                "google/nano-banana-pro", "bytedance/seedream-4.5", "black-forest-labs/flux-kontext-pro",
                "qwen/qwen-image-edit-plus",
            ],
            themes.ModelsOf(themes.Find("garden")!).Select(model => model.Id));
    }

    [Fact]
    public void one_with_models_is_for_them_alone()
    {
        var themes = ShippedThemes.Read();

        Assert.Equal(
            ["bytedance/seedream-4", "black-forest-labs/flux-2-pro"],
            themes.ModelsOf(themes.Find("neon-city")!).Select(model => model.Id));
    }

    [Theory]
    [InlineData("id: garden", "id: ''", "id has to be 1 to 50 lower-case letters, digits and hyphens.")]
    [InlineData("id: garden", "id: Garden", "id has to be 1 to 50 lower-case letters, digits and hyphens.")]
    [InlineData("id: garden", "id: garden-", "id has to be 1 to 50 lower-case letters, digits and hyphens.")]
    [InlineData("id: garden", "id: ../garden", "id has to be 1 to 50 lower-case letters, digits and hyphens.")]
    [InlineData("id: garden", "id: park", "id is 'park'; it has to be the file's name, 'garden'.")]
    [InlineData("name: Garden", "name: ''", "name has to be 1 to 60 characters.")]
    [InlineData("name: Garden\n", "", "name has to be 1 to 60 characters.")]
    [InlineData(
        "name: Garden",
        "name: A garden whose name is much longer than any card has room for",
        "name has to be 1 to 60 characters.")]
    [InlineData("description: A garden.\n", "", "description has to be 1 to 300 characters.")]
    [InlineData("version: 1", "version: 0", "version has to be a whole number from 1.")]
    [InlineData("prompt: Place {avatar.name} in a garden.\n", "", "prompt has to be 1 to 3,000 characters.")]
    [InlineData("models: [bytedance/seedream-4]", "models: [~]", "models holds an empty name.")]
    [InlineData("seedream-4]", "seedream-4, bytedance/seedream-4]", "models names a model twice.")]
    [InlineData(
        "[bytedance/seedream-4]",
        "[bytedance/seedream-4, a/b]",
        "models names 'a/b', for which there is no profile.")]
    [InlineData(
        "{avatar.name}",
        "{avatar.age}",
        "prompt holds {avatar.age}; it may hold {avatar}, {avatar.kind}, {avatar.name}, {avatar.description}.")]
    public void the_fault_is_one_sentence_with_the_files_name_and_the_line(string right, string wrong, string sentence)
    {
        var text = Valid.Replace(right, wrong, StringComparison.Ordinal);
        var key = sentence.Split(' ', ':')[0];
        var line = Array.FindIndex(text.Split('\n'), start => start.StartsWith($"{key}:", StringComparison.Ordinal)) + 1;

        Assert.Equal($", line {Math.Max(line, 1)}: {sentence}", Fault(text));
    }

    [Fact]
    public void a_description_or_prompt_that_is_too_long_is_one()
    {
        Assert.Equal(
            ", line 3: description has to be 1 to 300 characters.",
            Fault(Valid.Replace("A garden.", new string('a', 301), StringComparison.Ordinal)));
        Assert.Equal(
            ", line 6: prompt has to be 1 to 3,000 characters.",
            Fault(Valid.Replace("in a garden", new string('a', 3000), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("name: Garden", "title: Garden", 2)]
    [InlineData("name: Garden", "name:", 2)]
    [InlineData("version: 1", "version: one", 4)]
    [InlineData("version: 1", "version: 1\nversion: 2", 5)]
    [InlineData("models: [bytedance/seedream-4]", "models:", 5)]
    [InlineData("models: [bytedance/seedream-4]", "models: {a: b}", 5)]
    [InlineData("prompt: Place {avatar.name} in a garden.", "prompt:", 6)]
    [InlineData("prompt: Place {avatar.name} in a garden.", "tags:", 6)]
    [InlineData("prompt: Place", "placement: {facing: sideways}\nprompt: Place", 6)]
    [InlineData("prompt: Place", "placement:\n  scale: tall\nprompt: Place", 7)]
    [InlineData("prompt: Place", "avatars: {ghost: {}}\nprompt: Place", 6)]
    public void the_line_is_told(string right, string wrong, int line)
    {
        var fault = Fault(Valid.Replace(right, wrong, StringComparison.Ordinal));

        Assert.StartsWith($", line {line}: ", fault, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault);
    }

    [Theory]
    [InlineData("placement: {scale: 0.01}", 6, "placement: scale has to be 0.05 to 1 of the frame's height.")]
    [InlineData("placement: {width: 0}", 6, "placement: width has to be above 0 and at most 1 of the frame's.")]
    [InlineData("placement: {safeArea: {left: 0.5}}", 6, "placement: the margins of safeArea have to be 0 to 0.5.")]
    [InlineData(
        "placement:\n  anchor: {x: 0.1, y: 0.9}",
        6,
        "placement: the avatar would reach beyond safeArea; it fills -0.07 to 0.27 of the frame's width and 0.3 to 0.9 of "
        + "its height.")]
    [InlineData(
        "avatars:\n  human: {}\n  creature: {placement: {scale: 0.95}}",
        8,
        "avatars.creature: the avatar would reach beyond safeArea; it fills 0.23 to 0.77 of the frame's width and -0.03 "
        + "to 0.92 of its height.")]
    [InlineData("mood: ''", 6, "mood has to be 1 to 300 characters.")]
    [InlineData("translations: {de: {description: Rosen.}}", 6, "translations.de.name has to be 1 to 60 characters.")]
    [InlineData("translations:\n  de:\n    name: Garten", 7, "translations.de.description has to be 1 to 300 characters.")]
    [InlineData(
        "translations:\n  de:\n    name: Garten\n    description: Rosen.\n    tags: [Natur]",
        10,
        "translations.de.tags have to be as many as tags.")]
    [InlineData("palette: ['']", 6, "palette: each has to be 1 to 80 characters.")]
    [InlineData("lighting:\n  from: ''", 7, "lighting.from has to be 1 to 300 characters.")]
    [InlineData(
        "avatars:\n  human:\n    prompt: '{name}'",
        8,
        "avatars.human.prompt holds {name}; it may hold {avatar}, {avatar.kind}, {avatar.name}, {avatar.description}.")]
    [InlineData("seed: {policy: fixed, value: -1}", 6, "seed.value has to be 0 to 2147483647.")]
    [InlineData("quality: {minAvatarScore: 2}", 6, "quality.minSharpness has to be 0 or more, quality.minAvatarScore 0 to 1.")]
    [InlineData("overrides: {a/b: {}}", 6, "overrides names 'a/b', for which there is no profile.")]
    [InlineData(
        "overrides: {bytedance/seedream-4: {input: {width: 1}}}",
        6,
        "overrides: width of bytedance/seedream-4 is the model's profile to say.")]
    [InlineData(
        "overrides: {bytedance/seedream-4: {input: {prompt: mine}}}",
        6,
        "overrides: prompt of bytedance/seedream-4 is the model's profile to say.")]
    [InlineData("labels: [{id: a}, {id: a}]", 6, "labels have an id each, of 1 to 50 lower-case letters, digits and hyphens, and no two the same.")]
    [InlineData("labels: [{id: a, weight: -1}]", 6, "labels: the weight of 'a' has to be 0 to 1,000,000.")]
    [InlineData("labels: [{id: a, models: [a/b]}]", 6, "labels names 'a/b', for which there is no profile.")]
    [InlineData("preview: ../x.jpg", 6, "preview has to name a .jpg, .png or .webp file beside this one.")]
    [InlineData("preview: x.jpg", 6, "preview names x.jpg, which is not there.")]
    public void so_is_each_of_the_finer_ones(string more, int line, string sentence)
        => Assert.Equal(
            $", line {line}: {sentence}",
            Fault(Valid.Replace("prompt: Place", $"{more}\nprompt: Place", StringComparison.Ordinal)));

    [Fact]
    public void a_prompt_for_which_a_model_has_no_room_is_one()
    {
        var avoid = string.Join(", ", Enumerable.Repeat(new string('a', 80), 40));

        Assert.Equal(
            ", line 7: prompt is too long for bytedance/seedream-4, which takes 4000 characters in all.",
            Fault(Valid.Replace("prompt: Place", $"avoid: [{avoid}]\nprompt: Place", StringComparison.Ordinal)));
    }

    [Fact]
    public void an_empty_file_is_one() => Assert.Equal(" is empty.", Fault("# nothing yet\n"));

    [Fact]
    public void a_folder_without_themes_is_one()
    {
        using var folder = new TestFolder();

        Assert.Equal($"The folder {folder.Root} holds no .yaml file.", Refusal(folder.Root));
    }

    private static string Fault(string yaml)
    {
        using var folder = new TestFolder();
        var file = folder.Write("garden.yaml", Encoding.UTF8.GetBytes(yaml));
        var refusal = Refusal(folder.Root);
        Assert.StartsWith(file, refusal, StringComparison.Ordinal);
        return refusal[file.Length..];
    }

    private static string Refusal(string folder)
    {
        var error = Record.Exception(() => ShippedThemes.Read(folder));
        Assert.NotNull(error);
        return StartFault.Sentence(error) ?? throw new InvalidOperationException("This ends in a stack trace.", error);
    }
}
