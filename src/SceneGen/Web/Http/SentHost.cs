namespace SceneGen.Web.Http;

internal static class SentHost
{
    /// <summary>
    /// In ASCII, as it came. <see cref="HttpRequest.Host"/> puts an international name into letters, and throws where it
    /// is none.
    /// </summary>
    public static HostString Of(HttpRequest request) => new(request.Headers.Host.ToString());
}
