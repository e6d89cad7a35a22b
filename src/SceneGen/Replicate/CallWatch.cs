using System.Globalization;
using SceneGen.Observability.Metrics;

namespace SceneGen.Replicate;

/// <summary>Counts each call of the provider's API, by what it is for and how it was answered.</summary>
internal sealed class CallWatch(ProviderMeter meter, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (begun, status) = (time.GetTimestamp(), "unreachable");
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            status = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
            return response;
        }
        catch (OperationCanceledException)
        {
            status = "timeout";
            throw;
        }
        finally
        {
            meter.Call(OperationOf(request), status, time.GetElapsedTime(begun));
        }
    }

    private static string OperationOf(HttpRequestMessage request)
    {
        var path = request.RequestUri!.AbsolutePath;
        return path switch
        {
            _ when path.EndsWith("/predictions", StringComparison.Ordinal)
                => request.Method == HttpMethod.Post ? "create" : "list",
            _ when path.EndsWith("/cancel", StringComparison.Ordinal) => "cancel",
            _ when path.EndsWith("/files", StringComparison.Ordinal) => "file",
            _ when path.EndsWith("/account", StringComparison.Ordinal) => "account",
            _ when path.EndsWith("/secret", StringComparison.Ordinal) => "secret",
            _ => "get",
        };
    }
}
