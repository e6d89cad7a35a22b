using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace SceneGen.Benchmarks.Assets;

/// <summary>Kestrel with its own middleware for static files: what a served picture is held against.</summary>
internal static class StaticServer
{
    public const string Folder = "SCENEGEN_STATIC_FOLDER";

    public static Task RunAsync(string[] arguments, string folder)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder) });
        app.MapGet("/health/ready", () => Results.Ok());
        return app.RunAsync();
    }
}
