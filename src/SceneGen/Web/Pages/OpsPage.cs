using SceneGen.Web.Pages.Files;

namespace SceneGen.Web.Pages;

/// <summary>The operator's page. What it is made of travels inside the program, beside the user's page.</summary>
internal static class OpsPage
{
    private static readonly string Page = UiFiles.ReadPage("ops.html");

    public static void MapOpsPage(this IEndpointRouteBuilder routes)
        => routes.MapMethods("/ops", UiEndpoints.GetOrHead, (HttpContext http) =>
        {
            UiEndpoints.SetHeaders(http.Response.Headers);
            return TypedResults.Text(Page, "text/html; charset=utf-8");
        }).ExcludeFromDescription();
}
