using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using SceneGen.Scenes.Links;

namespace SceneGen.Web.Http.Security;

/// <summary>How much of the server one caller can hold.</summary>
internal static class ServerLimits
{
    private const long LargestBody = 64 * 1024;
    private const int LargestLine = 8 * 1024;
    private const int LargestHeaders = 16 * 1024;
    private const int MostHeaders = 64;

    /// <summary>A body that comes more slowly than this many bytes a second is cut off.</summary>
    private const double SlowestBody = 240;

    private static readonly TimeSpan BodyGrace = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan HeadersTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(2);

    public static void Set(KestrelServerOptions kestrel, IOptions<HttpOptions> http)
    {
        var limits = kestrel.Limits;
        kestrel.AddServerHeader = false;
        limits.MaxRequestBodySize = LargestBody;
        limits.MaxRequestLineSize = LargestLine;
        limits.MaxRequestHeadersTotalSize = LargestHeaders;
        limits.MaxRequestHeaderCount = MostHeaders;
        limits.MinRequestBodyDataRate = new MinDataRate(SlowestBody, BodyGrace);
        limits.RequestHeadersTimeout = HeadersTime;
        limits.KeepAliveTimeout = IdleTime;
        limits.MaxConcurrentConnections = http.Value.MaxConnections;
    }
}
