using SceneGen.Web.Access;
using SceneGen.Web.Pages.Files;

namespace SceneGen.Web.Pages;

/// <summary>The operator's page. What it is made of travels inside the program, beside the user's page.</summary>
internal static class OpsPage
{
    private const string PlaceOfExit = "[[exit]]";

    private static readonly string Page = UiFiles.ReadPage("ops.html");
    private static readonly string SignedIn = Page.Replace(PlaceOfExit, "", StringComparison.Ordinal);

    // Who is on this machine, where there are no keys, is in without having come in.
    private static readonly string Local = Page.Replace(PlaceOfExit, "hidden", StringComparison.Ordinal);

    public static void MapOpsPage(this IEndpointRouteBuilder routes)
        => routes.MapMethods("/ops", UiEndpoints.GetOrHead, (HttpContext http) =>
        {
            UiEndpoints.SetHeaders(http.Response.Headers);
            return TypedResults.Text(http.User.ShowedKey() ? SignedIn : Local, "text/html; charset=utf-8");
        }).ExcludeFromDescription();
}
