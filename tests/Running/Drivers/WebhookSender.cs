using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SceneGen.Tests.Running.Drivers;

/// <summary>The provider as it reports, or somebody who would like to be taken for it.</summary>
public sealed class WebhookSender(HttpClient http)
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task<int> SendAsync(
        string address, string body, string id = "msg_1", TimeSpan age = default, string? signature = null)
    {
        var timestamp = (DateTimeOffset.UtcNow - age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address).AbsolutePath);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", signature ?? Sign(id, timestamp, body));
        using var answer = await http.SendAsync(request, Stop);
        return (int)answer.StatusCode;
    }

    private static string Sign(string id, string timestamp, string body)
    {
        var key = Convert.FromBase64String(Secret["whsec_".Length..]);
        var signed = Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}");
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed));
    }
}
