namespace SceneGen.Assets.Fetching;

public sealed class FetchException(FetchFailure failure, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public FetchFailure Failure { get; } = failure;

    // Credentials travel in a URL's user part and query: neither is ever told.
    internal static FetchException About(Uri uri, FetchFailure failure, string what, Exception? inner = null)
    {
        var shown = uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        return new FetchException(failure, $"{shown} {what}.", inner);
    }
}
