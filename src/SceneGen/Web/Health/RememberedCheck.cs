using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SceneGen.Web.Health;

/// <summary>A part that is tried out, which is dear: not at each question, but once in a while for all who ask.</summary>
internal abstract class RememberedCheck(TimeProvider time, TimeSpan pause) : IHealthCheck
{
    private volatile Answer? _last;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (_last is { } last && time.GetElapsedTime(last.Taken) < pause)
        {
            return last.Result;
        }

        var result = await TryOutAsync(cancellationToken);
        _last = new Answer(result, time.GetTimestamp());
        return result;
    }

    protected abstract Task<HealthCheckResult> TryOutAsync(CancellationToken cancellationToken);

    private sealed record Answer(HealthCheckResult Result, long Taken);
}
