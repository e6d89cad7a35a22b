using System.Runtime.CompilerServices;
using SceneGen.Observability.Metrics;
using SceneGen.Observability.Telemetry;
using SceneGen.Observability.Tracing;

namespace SceneGen.Assets.Storing;

/// <summary>Traces what is stored, and counts it and what fails.</summary>
internal sealed class WatchedStore(IAssetStore store, StoreMeter meter) : IAssetStore, IDisposable
{
    private const string Add = "add";
    private const string Exists = "exists";
    private const string Open = "open";
    private const string Delete = "delete";
    private const string List = "list";

    /// <summary>As the metrics name them.</summary>
    public static readonly IReadOnlyList<string> Operations = [Add, Exists, Open, Delete, List];

    public string NewTemporaryPath(string extension) => store.NewTemporaryPath(extension);

    public Task<StoredFile> AddAsync(string temporaryPath, string extension, CancellationToken cancellationToken)
        => WatchAsync(Add, async () =>
        {
            using var span = Spans.Start(TelemetryNames.StoreSpan);
            var file = await store.AddAsync(temporaryPath, extension, cancellationToken);
            meter.Write(file.Bytes);
            return file;
        });

    public Task<bool> ExistsAsync(string sha256, string extension, CancellationToken cancellationToken)
        => WatchAsync(Exists, () => store.ExistsAsync(sha256, extension, cancellationToken));

    public Task<StoredContent?> OpenAsync(string sha256, string extension, CancellationToken cancellationToken)
        => WatchAsync(Open, () => store.OpenAsync(sha256, extension, cancellationToken));

    public Task DeleteAsync(string sha256, string extension, CancellationToken cancellationToken)
        => WatchAsync(Delete, async () =>
        {
            await store.DeleteAsync(sha256, extension, cancellationToken);
            return true;
        });

    public async IAsyncEnumerable<ListedFile> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var files = store.ListAsync(prefix, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await WatchAsync(List, () => files.MoveNextAsync().AsTask()))
        {
            yield return files.Current;
        }
    }

    // Not counted: nobody's picture is concerned.
    public Task TryOutAsync(CancellationToken cancellationToken) => store.TryOutAsync(cancellationToken);

    public void Dispose() => (store as IDisposable)?.Dispose();

    private async Task<T> WatchAsync<T>(string operation, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            meter.Fail(operation);
            throw;
        }
    }
}
