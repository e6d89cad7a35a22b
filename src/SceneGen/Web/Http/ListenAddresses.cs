using System.Net;

namespace SceneGen.Web.Http;

/// <summary>Where the service listens: on loopback, unless callers can be told apart.</summary>
internal static class ListenAddresses
{
    private const string Default = "http://127.0.0.1:5080";

    public static void UseLoopbackUrls(this WebApplicationBuilder builder)
    {
        var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey];
        urls = string.IsNullOrWhiteSpace(urls) ? Default : urls;
        var configured = builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => endpoint["Url"])
            .OfType<string>();
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Concat(configured))
        {
            if (!IsLoopback(BindingAddress.Parse(url.Trim()).Host))
            {
                throw new InvalidOperationException(
                    $"The address {url} can be reached from other machines, and there are no API keys to tell callers "
                    + "apart: listen on loopback, such as --urls http://127.0.0.1:5080.");
            }
        }

        builder.WebHost.UseUrls(urls);
    }

    private static bool IsLoopback(string host)
        => host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
