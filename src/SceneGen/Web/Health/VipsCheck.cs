using Microsoft.Extensions.Diagnostics.HealthChecks;
using SceneGen.Assets.Images;

namespace SceneGen.Web.Health;

/// <summary>Says that no picture can be worked on, for the program that does it is gone or does not run.</summary>
internal sealed class VipsCheck(VipsInstallation vips, TimeProvider time) : RememberedCheck(time, TimeSpan.FromMinutes(1))
{
    protected override async Task<HealthCheckResult> TryOutAsync(CancellationToken cancellationToken)
    {
        try
        {
            await vips.TryOutAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception error) when (error is InvalidOperationException or PictureToolException or ImageException or IOException)
        {
            return HealthCheckResult.Unhealthy(error.Message);
        }
    }
}
