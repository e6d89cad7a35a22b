using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SceneGen.Web.Scenes.Resources;

namespace SceneGen.Web.Scenes.Answers;

/// <summary>An answer as it is kept.</summary>
internal sealed class AnswerJson(IOptions<JsonOptions> json)
{
    private readonly JsonSerializerOptions _strict = json.Value.SerializerOptions;

    // A field that a newer version has added is not in what an older one wrote.
    private readonly JsonSerializerOptions _lenient = new(json.Value.SerializerOptions)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AskForNothing } },
    };

    public string Write(SceneResource scene) => JsonSerializer.Serialize(scene, _strict);

    public SceneResource Read(string text) => JsonSerializer.Deserialize<SceneResource>(text, _lenient)!;

    private static void AskForNothing(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.IsRequired = false;
        }
    }
}
