using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;

namespace SceneGen.Tests.Web.Contract.Services;

/// <summary>What a request may ask for that nobody can bring about by asking: an error that no handler foresaw, a slow body.</summary>
internal sealed class Faults : MatcherPolicy, IEndpointSelectorPolicy, IStartupFilter
{
    public static readonly (string Name, string Value) Surprise = ("X-Surprise:", "yes");
    public static readonly (string Name, string Value) SlowBody = ("X-Slow-Body:", "yes");

    public override int Order => int.MaxValue;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        if (!IsAsked(httpContext, Surprise))
        {
            return Task.CompletedTask;
        }

        for (var index = 0; index < candidates.Count; index++)
        {
            if (candidates[index] is { Endpoint: RouteEndpoint route, Values: var values })
            {
                candidates.ReplaceEndpoint(
                    index,
                    new RouteEndpoint(
                        _ => throw new InvalidTimeZoneException(), route.RoutePattern, route.Order, route.Metadata, route.DisplayName),
                    values);
            }
        }

        return Task.CompletedTask;
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            if (IsAsked(context, SlowBody))
            {
                context.Request.Body = new StalledBody();
            }

            return rest(context);
        });
        next(app);
    };

    private static bool IsAsked(HttpContext http, (string Name, string Value) fault)
        => http.Request.Headers.ContainsKey(fault.Name.TrimEnd(':'));

    /// <summary>Is given up as the server gives up one that comes too slowly.</summary>
    private sealed class StalledBody : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => throw new BadHttpRequestException("It came too slowly.", StatusCodes.Status408RequestTimeout);
    }
}
