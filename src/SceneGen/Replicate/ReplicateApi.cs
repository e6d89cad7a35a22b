using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SceneGen.Observability;
using SceneGen.Replicate.Files;
using SceneGen.Replicate.Webhooks;
using SceneGen.Replicate.Wire;

namespace SceneGen.Replicate;

/// <summary>The provider's HTTP API over a typed client.</summary>
public sealed class ReplicateApi(HttpClient http, TimeProvider time) : IReplicateApi
{
    /// <summary>To make a connection.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FileTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ShortestCancelAfter = TimeSpan.FromSeconds(5);

    /// <summary>What a call but a file's may take, amply.</summary>
    public static TimeSpan LongestCall => ConnectTimeout + CallTimeout;

    public Task<Prediction> CreatePredictionAsync(
        CreatePrediction prediction, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "predictions")
        {
            Content = JsonContent.Create(prediction, ReplicateJson.Default.CreatePrediction),
        };
        var seconds = Math.Max(
            ShortestCancelAfter.TotalSeconds, Math.Floor((deadline - time.GetUtcNow()).TotalSeconds));
        request.Headers.Add("Cancel-After", seconds.ToString(CultureInfo.InvariantCulture) + "s");
        return SendAsync(request, ReplicateJson.Default.Prediction, cancellationToken);
    }

    public Task<Prediction> GetPredictionAsync(string id, CancellationToken cancellationToken)
        => SendAsync(
            new HttpRequestMessage(HttpMethod.Get, $"predictions/{Uri.EscapeDataString(id)}"),
            ReplicateJson.Default.Prediction,
            cancellationToken);

    public Task<Prediction> CancelPredictionAsync(string id, CancellationToken cancellationToken)
        => SendAsync(
            new HttpRequestMessage(HttpMethod.Post, $"predictions/{Uri.EscapeDataString(id)}/cancel"),
            ReplicateJson.Default.Prediction,
            cancellationToken);

    public async IAsyncEnumerable<Prediction> ListPredictionsAsync(
        DateTimeOffset createdAfter,
        DateTimeOffset createdBefore,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var query = $"?created_after={Timestamp(createdAfter)}&created_before={Timestamp(createdBefore)}";
        while (query is not null)
        {
            var page = await SendAsync(
                new HttpRequestMessage(HttpMethod.Get, "predictions" + query),
                ReplicateJson.Default.PredictionPage,
                cancellationToken);
            foreach (var prediction in page.Results)
            {
                yield return prediction;
            }

            // The host and path of the link are the provider's word; only its cursor is taken.
            query = page.Next?.IndexOf('?', StringComparison.Ordinal) is { } start and >= 0 ? page.Next[start..] : null;
        }
    }

    public async Task<ProviderFile> CreateFileAsync(FileToSend file, CancellationToken cancellationToken)
    {
        await using var bytes = File.OpenRead(file.Path);
        var content = new StreamContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(file.ContentType);
        using var form = new MultipartFormDataContent
        {
            { content, "content", file.Name },
            { new StringContent(file.Name), "filename" },
            { new StringContent(file.ContentType), "type" },
        };
        var request = new HttpRequestMessage(HttpMethod.Post, "files") { Content = form };
        return await SendAsync(request, ReplicateJson.Default.ProviderFile, cancellationToken, FileTimeout);
    }

    public Task<Account> GetAccountAsync(CancellationToken cancellationToken)
        => SendAsync(new HttpRequestMessage(HttpMethod.Get, "account"), ReplicateJson.Default.Account, cancellationToken);

    public async Task<string> GetWebhookSecretAsync(CancellationToken cancellationToken)
    {
        var secret = await SendAsync(
            new HttpRequestMessage(HttpMethod.Get, "webhooks/default/secret"), ReplicateJson.Default.WebhookKey, cancellationToken);
        return WebhookSignature.IsSecret(secret.Key)
            ? secret.Key
            : throw new ReplicateException("Replicate's answer cannot be read.");
    }

    private static string Timestamp(DateTimeOffset at)
        => Uri.EscapeDataString(at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));

    private async Task<T> SendAsync<T>(
        HttpRequestMessage request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken,
        TimeSpan? limit = null)
    {
        using var _ = request;
        using var timeout = new CancellationTokenSource(limit ?? CallTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await http.SendAsync(request, either.Token);
            return response.IsSuccessStatusCode
                ? await ReadAsync(response, type, either.Token)
                : throw await RefusalAsync(response, either.Token);
        }
        catch (HttpRequestException error)
        {
            throw new ReplicateException($"Replicate cannot be reached ({error.HttpRequestError}).", error)
            {
                OutcomeIsUnknown = MayHaveBeenSent(error),
            };
        }
        catch (OperationCanceledException error) when (timeout.IsCancellationRequested)
        {
            throw new ReplicateException("Replicate did not answer in time.", error) { OutcomeIsUnknown = true };
        }
        catch (OperationCanceledException error) when (error.InnerException is TimeoutException)
        {
            // The handler's own time limit, which is for connecting: nothing was sent.
            throw new ReplicateException("Replicate cannot be reached (no connection in time).", error);
        }
    }

    private static bool MayHaveBeenSent(HttpRequestException error) => error.HttpRequestError
        is not (HttpRequestError.ConnectionError
            or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError);

    private static async Task<T> ReadAsync<T>(
        HttpResponseMessage response, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync(type, cancellationToken)
                ?? throw new JsonException("The body is null.");
        }
        catch (JsonException error)
        {
            throw new ReplicateException("Replicate's answer cannot be read.", error)
            {
                Status = response.StatusCode,
                OutcomeIsUnknown = true,
            };
        }
    }

    private async Task<ReplicateException> RefusalAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var error = ReplicateError.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        var title = Redaction.Of(error.Title ?? response.ReasonPhrase);
        return new ReplicateException($"Replicate answered {(int)response.StatusCode} {title}.")
        {
            Status = response.StatusCode,
            OutcomeIsUnknown = response.StatusCode is >= HttpStatusCode.InternalServerError
                or HttpStatusCode.RequestTimeout,
            RetryAfter = RetryHint.Read(response.Headers.RetryAfter, error, time.GetUtcNow()),
            Detail = Redaction.Of($"{error.Title} {error.Detail}"),
            LimitPerMinute = NamedLimit.Read(error),
            InvalidFields = [.. (error.InvalidFields ?? []).Select(field => field.Field).OfType<string>()],
        };
    }
}
