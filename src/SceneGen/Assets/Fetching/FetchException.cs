namespace SceneGen.Assets.Fetching;

public sealed class FetchException(FetchFailure failure, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public FetchFailure Failure { get; } = failure;

    internal static FetchException About(Uri uri, FetchFailure failure, string what, Exception? inner = null) =>
        new(failure, $"{Show(uri)} {what}.", inner);

    // Credentials travel in a URL's user part and query, and in whatever follows another scheme: none is ever told.
    private static string Show(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp
            ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
            : $"A URL of the scheme {uri.Scheme}";
}
