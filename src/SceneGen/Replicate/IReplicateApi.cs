using SceneGen.Replicate.Files;
using SceneGen.Replicate.Wire;

namespace SceneGen.Replicate;

/// <summary>
/// The provider's calls, one method a route. <see cref="ReplicateApi"/> does by hand what a client generator would;
/// a generated one can take its place without a change elsewhere.
/// </summary>
public interface IReplicateApi
{
    /// <summary>
    /// POST /predictions: https://replicate.com/docs/reference/http#predictions.create. The provider itself ends the
    /// prediction at the deadline, but allows it 5 s at least.
    /// </summary>
    Task<Prediction> CreatePredictionAsync(
        CreatePrediction prediction, DateTimeOffset deadline, CancellationToken cancellationToken);

    /// <summary>GET /predictions/{id}: https://replicate.com/docs/reference/http#predictions.get.</summary>
    Task<Prediction> GetPredictionAsync(string id, CancellationToken cancellationToken);

    /// <summary>POST /predictions/{id}/cancel: https://replicate.com/docs/reference/http#predictions.cancel.</summary>
    Task<Prediction> CancelPredictionAsync(string id, CancellationToken cancellationToken);

    /// <summary>GET /predictions: https://replicate.com/docs/reference/http#predictions.list. All pages, newest first.</summary>
    IAsyncEnumerable<Prediction> ListPredictionsAsync(
        DateTimeOffset createdAfter, DateTimeOffset createdBefore, CancellationToken cancellationToken);

    /// <summary>POST /files: https://replicate.com/docs/reference/http#files.create. It costs nothing.</summary>
    Task<ProviderFile> CreateFileAsync(FileToSend file, CancellationToken cancellationToken);

    /// <summary>GET /account: https://replicate.com/docs/reference/http#account.get. The cheapest call that takes a valid token.</summary>
    Task<Account> GetAccountAsync(CancellationToken cancellationToken);

    /// <summary>
    /// GET /webhooks/default/secret: https://replicate.com/docs/reference/http#webhooks.default.secret.get. What it answers
    /// is a secret.
    /// </summary>
    Task<string> GetWebhookSecretAsync(CancellationToken cancellationToken);
}
