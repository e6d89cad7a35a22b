using System.Text.Json;
using System.Text.Json.Serialization;

namespace SceneGen.Simulator;

/// <summary>The JSON of the simulator's own routes, whatever the host that carries it has set up for its own.</summary>
internal static class SimulatorJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
