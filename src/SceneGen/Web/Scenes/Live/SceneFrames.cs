using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SceneGen.Scenes.Live;
using SceneGen.Scenes.Words;

namespace SceneGen.Web.Scenes.Live;

/// <summary>Writes what is new in a scene as server-sent events.</summary>
internal sealed class SceneFrames(SceneTeller teller, IOptions<JsonOptions> json)
{
    /// <summary>How the scene stands.</summary>
    public SceneFrame Present(SceneSnapshot snapshot, Language language)
        => Frame(SceneEvent.Of(snapshot.Scene, teller.ResourceOf(snapshot.Scene, language)));

    /// <summary>What has happened.</summary>
    public IReadOnlyList<SceneFrame> Of(SceneSnapshot snapshot, Language language)
    {
        var shown = teller.ResourceOf(snapshot.Scene, language);
        return [.. snapshot.Entries.Select(entry => Frame(SceneEvent.Of(entry, snapshot.Scene, shown, language)))];
    }

    private SceneFrame Frame(SceneEvent told)
        => new(
            told.Sequence,
            Encoding.UTF8.GetBytes(
                $"event: scene\nid: {told.Sequence}\ndata: {JsonSerializer.Serialize(told, json.Value.SerializerOptions)}\n\n"));
}
