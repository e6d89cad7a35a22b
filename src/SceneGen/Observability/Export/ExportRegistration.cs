namespace SceneGen.Observability.Export;

internal static class ExportRegistration
{
    /// <summary>The variable of the OpenTelemetry specification; the exporter reads the others that go with it.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Without an address nothing listens, and nothing is traced.</summary>
    public static void AddExport(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration[Endpoint]))
        {
            builder.Services.AddHostedService<OtlpExport>();
        }
    }
}
