using Microsoft.Extensions.Options;
using SceneGen.Replicate.Models;
using SceneGen.Themes;

namespace SceneGen.Tests.Themes;

/// <summary>The themes as they lie beside the program, or in a folder of the test's.</summary>
internal static class ShippedThemes
{
    public static ModelLibrary Models { get; } = new(Options.Create(new ModelOptions()));

    public static ThemeLibrary Read(string path = "") => new(Options.Create(new ThemeOptions { Path = path }), Models);

    public static Theme Find(string id) => Read().Find(id)!;
}
