using System.Diagnostics;
using OpenTelemetry;

namespace SceneGen.Observability.Export;

/// <summary>
/// Leaves of the addresses of HTTP calls the server alone: a path may be a secret as well as a query, as a webhook's is.
/// </summary>
internal sealed class SpanRedaction : BaseProcessor<Activity>
{
    private const string Address = "url.full";

    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem(Address) is string address)
        {
            data.SetTag(
                Address, Uri.TryCreate(address, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : null);
        }
    }
}
