<<<<<<< HEAD:src/SceneGen/Web/Access/SignInPage.cs
using SceneGen.Web.Pages;

namespace SceneGen.Web.Access;
=======
namespace SceneGen.Web.Access.Operators;
>>>>>>> part-a:src/SceneGen/Web/Access/Operators/SignInPage.cs

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
