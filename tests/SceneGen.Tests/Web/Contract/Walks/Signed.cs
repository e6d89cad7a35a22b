using System.Globalization;
using System.Text;
using SceneGen.Replicate.Webhooks;
using SceneGen.Simulator;

namespace SceneGen.Tests.Web.Contract.Walks;

/// <summary>A webhook as the provider posts it.</summary>
internal static class Signed
{
    public const string Prediction = """{"id":"p"}""";

    public static HttpContent Webhook(string body, out (string Name, string Value)[] headers)
    {
        var (id, at) = ($"msg_{Guid.NewGuid():N}", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var signature = WebhookSignature.Sign(id, at, Encoding.UTF8.GetBytes(body), new SimulatorOptions().WebhookSecret);
        headers = [("webhook-id:", id), ("webhook-timestamp:", at), ("webhook-signature:", signature)];
        return ApiWalk.Text(body, "application/json");
    }
}
