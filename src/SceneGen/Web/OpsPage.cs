namespace SceneGen.Web;

/// <summary>The operator's page. What it is made of travels inside the program, beside the user's page.</summary>
internal static class OpsPage
{
    public static void MapOpsPage(this IEndpointRouteBuilder routes)
        => routes.MapMethods("/ops", UiEndpoints.GetOrHead, (HttpContext http) =>
        {
            UiEndpoints.SetHeaders(http.Response.Headers);
            return TypedResults.Stream(
                typeof(OpsPage).Assembly.GetManifestResourceStream("ui/ops.html")!, "text/html; charset=utf-8");
        }).ExcludeFromDescription();
}
