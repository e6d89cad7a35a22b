using SceneGen.Generation.Traffic;
using SceneGen.Replicate;
using SceneGen.Replicate.Wire;

namespace SceneGen.Generation.Polling;

/// <summary>The provider's list, a page at a time.</summary>
internal sealed class PredictionPages(IReplicateApi replicate, ProviderTraffic traffic)
{
    public const int Size = 100;

    /// <summary>By one permit: pages beyond the first are charged as they come. Until one is enough, or there are no more.</summary>
    public Task<bool> ReadAsync(
        TrafficPermit permit,
        (DateTimeOffset After, DateTimeOffset Before) created,
        Func<Prediction[], Task<bool>> isEnough,
        CancellationToken cancellationToken)
        => permit.UseAsync(
            async () =>
            {
                var listed = replicate.ListPredictionsAsync(created.After, created.Before, cancellationToken);
                var isFirst = true;
                await foreach (var page in listed.Chunk(Size).WithCancellation(cancellationToken))
                {
                    traffic.ChargeReads(isFirst ? 0 : 1);
                    isFirst = false;
                    if (await isEnough(page))
                    {
                        return true;
                    }
                }

                return false;
            },
            cancellationToken);
}
