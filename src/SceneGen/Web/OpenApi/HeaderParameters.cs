using Microsoft.OpenApi;

namespace SceneGen.Web.OpenApi;

/// <summary>The request headers that mean something here.</summary>
internal static class HeaderParameters
{
    public const string IdempotencyKey = "Idempotency-Key";
    public const string Prefer = "Prefer";
    public const string IfNoneMatch = "If-None-Match";
    public const string LastEventId = "Last-Event-ID";
    public const string AcceptLanguage = "Accept-Language";

    private static readonly Dictionary<string, (string Says, string Example)> Known = new(StringComparer.Ordinal)
    {
        [IdempotencyKey] = ("The same key and body are carried out once; the answer is the first one's.", "order-4711"),
        [Prefer] = ("wait=N: answers when the scene has changed or ended, at the latest after N seconds (1 to 60).", "wait=25"),
        [IfNoneMatch] = ("An ETag: 304 while what is shown is the same.", "W/\"12-en\""),
        [LastEventId] = ("The sequence of the last event that came; those after it follow.", "7"),
        [AcceptLanguage] = ("The language of words for users: en or de.", "de"),
    };

    /// <summary>Each once, also where the route reads it by a parameter of its own.</summary>
    public static void Add(OpenApiOperation operation, IEnumerable<string> names)
    {
        operation.Parameters ??= [];
        foreach (var name in names.Append(AcceptLanguage))
        {
            if (operation.Parameters.FirstOrDefault(one => one.Name == name) is { } known)
            {
                operation.Parameters.Remove(known);
            }

            operation.Parameters.Add(Of(name));
        }
    }

    private static OpenApiParameter Of(string name) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = Known[name].Says,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        Example = Known[name].Example,
    };
}
