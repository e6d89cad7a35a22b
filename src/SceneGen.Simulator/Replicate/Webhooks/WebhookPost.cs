using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace SceneGen.Simulator.Replicate.Webhooks;

/// <summary>One attempt to deliver a webhook.</summary>
internal sealed partial class WebhookPost(
    IHttpClientFactory clients,
    IOptions<SimulatorOptions> options,
    TimeProvider time,
    ILogger<WebhookPost> logger)
{
    public const string Client = "webhooks";

    private const string ForgersSecret = "whsec_Zm9yZ2VkLWZvcmdlZC1mb3JnZWQtMTIz";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<WebhookAnswer> SendAsync(WebhookMessage message, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var request = Write(message);
            using var response = await clients.CreateClient(Client)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return (int)response.StatusCode switch
            {
                < 300 => WebhookAnswer.Taken,
                < 400 => WebhookAnswer.Ignored,
                _ => WebhookAnswer.Refused,
            };
        }
        catch (HttpRequestException exception)
        {
            Log.Failed(logger, message.Id, exception.HttpRequestError.ToString());
            return WebhookAnswer.Refused;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            Log.Failed(logger, message.Id, "no answer in time");
            return WebhookAnswer.Refused;
        }
    }

    private HttpRequestMessage Write(WebhookMessage message)
    {
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds();
        var secret = message.Fault == WebhookFault.Forged ? ForgersSecret : options.Value.WebhookSecret;
        var request = new HttpRequestMessage(HttpMethod.Post, message.Url)
        {
            Content = new ByteArrayContent(message.Body)
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            },
        };
        request.Headers.Add("webhook-id", message.Id);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(secret, message.Id, timestamp, message.Body));
        return request;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Debug, "The webhook {WebhookId} could not be delivered: {Reason}")]
        public static partial void Failed(ILogger logger, string webhookId, string reason);
    }
}
