using System.Diagnostics.Metrics;
using SceneGen.Observability.Telemetry;

namespace SceneGen.Observability.Metrics;

/// <summary>Counts what goes to the store of pictures, and how long it takes to make them fit for it.</summary>
internal sealed class StoreMeter(Instruments instruments, TimeProvider time)
{
    private readonly Counter<long> _written = instruments.Counter<long>(TelemetryNames.StorageWritten);
    private readonly Counter<long> _errors = instruments.Counter<long>(TelemetryNames.StorageErrors);
    private readonly Histogram<double> _processing = instruments.Histogram(TelemetryNames.PictureProcessing);

    /// <summary>A counter that is born with its first failure shows no increase.</summary>
    public void Begin(IEnumerable<string> operations)
    {
        foreach (var operation in operations)
        {
            _errors.Add(0, Instruments.Tag(TelemetryNames.Operation, operation));
        }
    }

    public void Write(long bytes) => _written.Add(bytes);

    public void Fail(string operation) => _errors.Add(1, Instruments.Tag(TelemetryNames.Operation, operation));

    public long Now() => time.GetTimestamp();

    public TimeSpan Since(long begun) => time.GetElapsedTime(begun);

    public void Process(long begun) => _processing.Record(Since(begun).TotalSeconds);
}
