using System.Net;

namespace SceneGen.Web.Http.Security;

/// <summary>Where the service listens: on loopback, unless it is told otherwise.</summary>
internal static class ListenAddresses
{
    private const string Default = "http://127.0.0.1:5080";

    public static void UseLoopbackUrls(this WebApplicationBuilder builder)
        => builder.WebHost.UseUrls(UrlsIn(builder.Configuration));

    /// <summary>The first address that other machines can reach; null when there is none.</summary>
    public static string? Reachable(IConfiguration configuration)
        => UrlsIn(configuration).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren()
                .Select(endpoint => endpoint["Url"])
                .OfType<string>())
            .FirstOrDefault(url => !IsLoopback(BindingAddress.Parse(url.Trim()).Host));

    private static string UrlsIn(IConfiguration configuration)
        => configuration[WebHostDefaults.ServerUrlsKey] is { } urls && !string.IsNullOrWhiteSpace(urls) ? urls : Default;

    private static bool IsLoopback(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
