using SceneGen.Web.Pages;
using SceneGen.Web.Pages.Files;

namespace SceneGen.Web.Access.Operators;

/// <summary>Asks an operator for a key.</summary>
internal static class SignInPage
{
    private static readonly string Page = UiFiles.ReadPage("ops-sign-in.html");

    public static async Task ShowAsync(HttpContext context)
    {
        UiEndpoints.SetHeaders(context.Response.Headers);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        context.Response.Headers.WWWAuthenticate = "Bearer";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(Page, context.RequestAborted);
    }
}
