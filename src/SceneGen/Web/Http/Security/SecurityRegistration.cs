using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using SceneGen.Scenes.Links;
using SceneGen.Settings;

namespace SceneGen.Web.Http.Security;

/// <summary>What holds for every request, whoever sends it.</summary>
internal static class SecurityRegistration
{
    /// <summary>For the one route that gives a page of another origin a cookie; nothing else is said to its readers' cookies.</summary>
    public const string CookiePolicy = "cookie";

    private static readonly string[] Embedded = ["/api", "/ui", "/assets"];

    private const string Operators = "/api/ops";

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE"];

    private static readonly string[] RequestHeaders =
    [
        HeaderNames.Authorization, HeaderNames.ContentType, "Prefer", HeaderNames.IfNoneMatch, "Last-Event-ID",
        "Idempotency-Key", HeaderNames.AcceptLanguage,
    ];

    private static readonly string[] AnswerHeaders =
    [
        HeaderNames.Date, HeaderNames.ETag, HeaderNames.Location, HeaderNames.RetryAfter, "Preference-Applied",
        "RateLimit", "RateLimit-Policy", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset",
        IdempotencyKey.ReplayedHeader,
    ];

    public static void AddSecurity(this IServiceCollection services)
    {
        services.AddSettings<EmbeddingOptions>("Embedding");
        services.AddSingleton<SecurityHeaders>();
        services.AddSingleton<FrontDoor>();
        services.AddSingleton<OriginGuard>();
        services.AddSingleton<JsonGuard>();
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<HttpOptions>>(ServerLimits.Set);
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<HttpOptions>>(TrustedProxies.Set);
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IOptions<EmbeddingOptions>>((cors, embedding) =>
        {
            cors.AddDefaultPolicy(policy => Allow(policy, embedding.Value));
            cors.AddPolicy(CookiePolicy, policy => Allow(policy, embedding.Value).AllowCredentials());
        });
        services.AddTimeLimits();
    }

    /// <summary>Whose request it is stands fast behind this.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        app.UseMiddleware<FrontDoor>();
        app.UseForwardedHeaders();
        app.UseMiddleware<OriginGuard>();
        app.UseWhen(IsEmbedded, branch => branch.UseCors());
        app.UseTimeLimits();
    }

    private static CorsPolicyBuilder Allow(CorsPolicyBuilder policy, EmbeddingOptions embedding)
        => policy
            .WithOrigins([.. embedding.Origins])
            .WithMethods(Methods)
            .WithHeaders(RequestHeaders)
            .WithExposedHeaders(AnswerHeaders)
            .SetPreflightMaxAge(TimeSpan.FromHours(1));

    private static bool IsEmbedded(HttpContext context)
        => Embedded.Any(path => Is(context, path)) && !Is(context, Operators);

    private static bool Is(HttpContext context, string path)
        => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);
}
