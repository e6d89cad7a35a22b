using Microsoft.Extensions.Diagnostics.HealthChecks;
using SceneGen.Assets;
using SceneGen.Observability;

namespace SceneGen.Web.Health;

/// <summary>Says that pictures cannot be kept now.</summary>
internal sealed class StorageCheck(IAssetStore store, TimeProvider time) : RememberedCheck(time, TimeSpan.FromSeconds(5))
{
    protected override async Task<HealthCheckResult> TryOutAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.TryOutAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy("Pictures cannot be kept: the folder may not be written to.");
        }
        catch (IOException error)
        {
            return HealthCheckResult.Unhealthy($"Pictures cannot be kept: {Redaction.Of(error.Message)}");
        }
    }
}
