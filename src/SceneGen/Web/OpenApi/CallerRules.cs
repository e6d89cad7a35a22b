using Microsoft.OpenApi;
using SceneGen.Web.Access;
using SceneGen.Web.Http.Words;
using SceneGen.Web.OpenApi.Answers;

namespace SceneGen.Web.OpenApi;

/// <summary>Who may call a route, as the gate has it.</summary>
internal static class CallerRules
{
    private const string Bearer = "bearerAuth";
    private const string Session = "sessionCookie";
    private const string Operator = "operatorCookie";

    private static readonly ProblemFact Refused = new(401, ProblemCodes.KeyUnknown, ProblemCodes.SessionOver);

    public static void Describe(OpenApiDocument document)
    {
        document.AddComponent<IOpenApiSecurityScheme>(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key; or, where a browser's session may call too, the token of one session.",
        });
        document.AddComponent<IOpenApiSecurityScheme>(Session, Cookie(
            AccessCookies.Session, "A browser's session, which sees its own scenes alone."));
        document.AddComponent<IOpenApiSecurityScheme>(Operator, Cookie(
            AccessCookies.Operator, "An operator's browser that has shown a key to POST /ops/enter."));
    }

    /// <summary>None of them is asked of a program on this machine as long as there are no keys.</summary>
    public static IList<OpenApiSecurityRequirement> SecurityOf(AccessNeed need, OpenApiDocument document)
        =>
        [
            .. SchemesOf(need).Select(scheme => new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(scheme, document)] = [],
            }),
            [],
        ];

    public static IEnumerable<ProblemFact> ProblemsOf(AccessNeed need) => need switch
    {
        AccessNeed.Open or AccessNeed.Page => [],
        AccessNeed.Pictures => [Refused],
        AccessNeed.Scenes => [Refused, new(403, ProblemCodes.ScopeMissing)],
        _ => [Refused, new(403, ProblemCodes.ScopeMissing, ProblemCodes.NotForSessions)],
    };

    private static string[] SchemesOf(AccessNeed need) => need switch
    {
        AccessNeed.Open or AccessNeed.Page => [],
        AccessNeed.Services => [Bearer],
        AccessNeed.Scenes => [Bearer, Session],
        AccessNeed.Pictures => [Bearer, Session, Operator],
        _ => [Bearer, Operator],
    };

    private static OpenApiSecurityScheme Cookie(string name, string says) => new()
    {
        Type = SecuritySchemeType.ApiKey,
        In = ParameterLocation.Cookie,
        Name = name,
        Description = says,
    };
}
