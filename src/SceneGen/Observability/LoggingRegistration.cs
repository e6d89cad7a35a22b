using System.Globalization;
using SceneGen.Scenes.Failures;
using Serilog;
using Serilog.Events;

namespace SceneGen.Observability;

internal static class LoggingRegistration
{
    private const string Line = "{Timestamp:HH:mm:ss.fff} {Level:u3} {SourceContext} {Message:lj}{NewLine}{Exception}";

    public static void AddObservability(this WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration()
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)

            // What keeps the service from starting is told in one sentence instead.
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)

            // It logs each request's URL, and a picture's URL is a secret.
            .MinimumLevel.Override("System.Net.Http", LogEventLevel.Warning)
            .MinimumLevel.Override("MassTransit", LogEventLevel.Warning)

            // Two messages of one scene at once are nothing to warn of: the second runs again. What fails for good is
            // logged as an error, and whatever these two report is thrown as well.
            .MinimumLevel.Override("MassTransit.ReceiveTransport", LogEventLevel.Error)
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)
            .ReadFrom.Configuration(builder.Configuration)

            // Neither is an error of the service: the caller is told of the one, and the other only follows from a start
            // that failed for a reason told elsewhere.
            .Filter.ByExcluding(line => line.Exception is SceneExistsException)
            .Filter.ByExcluding(line => line.MessageTemplate.Text.StartsWith("Failed to stop bus", StringComparison.Ordinal))
            .Enrich.FromLogContext()
            .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture)
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }
}
