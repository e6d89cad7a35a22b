using System.Globalization;
using SceneGen.Scenes.Failures;
using SceneGen.Settings;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace SceneGen.Observability.Logs;

internal static class LoggingRegistration
{
    private const string Section = "Logs";
    private const string Line = "{Timestamp:HH:mm:ss.fff} " + Rest;
    private const string DatedLine = "{Timestamp:O} " + Rest;
    private const string Rest = "{Level:u3} {SourceContext}{About} {Message:lj}{NewLine}{Exception}";

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Services.AddSettings<LogOptions>(Section);

        // What is wrong with them is told at start; the log has to be there before.
        var options = new LogOptions();
        SettingsBinder.Bind(builder.Configuration.GetSection(Section), options);
        var logger = Levels(builder.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Logger(lines => Write(lines, options))
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }

    private static LoggerConfiguration Levels(IConfiguration configuration)
        => new LoggerConfiguration()
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

            // That the keys of sessions lie in the database as they are is meant so.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogEventLevel.Error)
            .ReadFrom.Configuration(configuration)

            // Whatever level is asked for: they log the URL of each request, and some are secrets.
            .Filter.ByExcluding(line => line.Level < LogEventLevel.Warning && NamesRequests(line))

            // Neither is an error of the service: the caller is told of the one, and the other only follows from a start
            // that failed for a reason told elsewhere.
            .Filter.ByExcluding(line => line.Exception is SceneExistsException or AvatarForeignException)
            .Filter.ByExcluding(line => line.MessageTemplate.Text.StartsWith("Failed to stop bus", StringComparison.Ordinal));

    private static bool NamesRequests(LogEvent line)
        => line.Properties.TryGetValue(Constants.SourceContextPropertyName, out var source)
            && source is ScalarValue { Value: string name }
            && (name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || name.StartsWith("System.Net.Http", StringComparison.Ordinal));

    private static void Write(LoggerConfiguration lines, LogOptions options)
    {
        if (options.Format is LogFormat.Json)
        {
            var json = new JsonFormatter(renderMessage: true, formatProvider: CultureInfo.InvariantCulture);
            lines.WriteTo.Console(json);
            AddFile(file => lines.WriteTo.File(json, file, rollingInterval: RollingInterval.Day, retainedFileCountLimit: options.Files));
            return;
        }

        lines.Enrich.With<About>().WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture);
        AddFile(file => lines.WriteTo.File(
            file,
            outputTemplate: DatedLine,
            formatProvider: CultureInfo.InvariantCulture,
            rollingInterval: RollingInterval.Day,
            retainedFileCountLimit: options.Files));

        void AddFile(Action<string> add)
        {
            if (options.File.Length > 0)
            {
                add(options.File);
            }
        }
    }
}
