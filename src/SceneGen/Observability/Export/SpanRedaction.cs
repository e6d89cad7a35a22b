using System.Diagnostics;
using OpenTelemetry;

namespace SceneGen.Observability.Export;

/// <summary>
/// Takes out of the platform's spans what is nobody's business: the paths of requests, which hold tokens of webhooks and
/// signed links, give way to their routes, and the addresses of calls lose their queries. Probes are not sent at all.
/// </summary>
internal sealed class SpanRedaction : BaseProcessor<Activity>
{
    private static readonly string[] Secret = ["url.query", "http.url", "http.target", "url.path"];

    public override void OnEnd(Activity data)
    {
        switch (data.Source.Name)
        {
            case "Microsoft.AspNetCore":
                RedactRequest(data);
                break;
            case "System.Net.Http" when data.GetTagItem("url.full") is string url:
                data.SetTag("url.full", WithoutQuery(url));
                break;
            default:
                break;
        }
    }

    private static void RedactRequest(Activity request)
    {
        var route = request.GetTagItem("http.route") as string;
        foreach (var name in Secret)
        {
            request.SetTag(name, null);
        }

        request.SetTag("url.path", route);
        if (route is "/metrics" || route?.StartsWith("/health", StringComparison.Ordinal) is true)
        {
            request.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }

    private static string WithoutQuery(string url)
        => url.IndexOf('?', StringComparison.Ordinal) is var start and >= 0 ? url[..start] : url;
}
