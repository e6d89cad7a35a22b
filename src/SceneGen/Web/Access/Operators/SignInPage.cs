namespace SceneGen.Web.Access.Operators;

/// <summary>Asks an operator for a key.</summary>
internal static class SignInPage
{
    public static async Task ShowAsync(HttpContext context)
    {
        UiEndpoints.SetHeaders(context.Response.Headers);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/html; charset=utf-8";
        await using var page = typeof(SignInPage).Assembly.GetManifestResourceStream("ui/ops-sign-in.html")!;
        await page.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
