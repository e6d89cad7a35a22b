using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using SceneGen.Simulator.Replicate.Models;

namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>Everything the simulated provider was asked to make.</summary>
internal sealed class FakeReplicate(IOptions<SimulatorOptions> options, TimeProvider time)
{
    private const string IdLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int PageSize = 100;

    private readonly ConcurrentDictionary<string, FakePrediction> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakePrediction> _byDeliveryKey = new(StringComparer.Ordinal);
    private readonly Channel<FakePrediction> _work = Channel.CreateUnbounded<FakePrediction>();
    private readonly List<FakePrediction> _inOrder = [];
    private readonly Dictionary<string, int> _equalRequests = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    public ChannelReader<FakePrediction> Work => _work.Reader;

    public ProviderCounts Counts { get; } = new();

    public FakePrediction Create(PredictionRequest request)
    {
        lock (_lock)
        {
            var prediction = Make(request, _inOrder.Count);
            _byId[prediction.Id] = prediction;
            _byDeliveryKey[prediction.DeliveryKey] = prediction;
            _inOrder.Add(prediction);
            _work.Writer.TryWrite(prediction);
            return prediction;
        }
    }

    public FakePrediction? Find(string id)
    {
        return _byId.GetValueOrDefault(id);
    }

    public FakePrediction? FindByDeliveryKey(string key)
    {
        return _byDeliveryKey.GetValueOrDefault(key);
    }

    public IReadOnlyList<FakePrediction> All()
    {
        lock (_lock)
        {
            return [.. _inOrder];
        }
    }

    public PredictionPage List(DateTimeOffset? createdAfter, DateTimeOffset? createdBefore, PageCursor? cursor)
    {
        var matching = All()
            .Where(prediction => !(prediction.CreatedAt < createdAfter) && !(prediction.CreatedAt >= createdBefore))
            .Reverse()
            .ToList();
        var first = cursor is null ? 0 : cursor.FirstOf(matching, PageSize);
        var page = matching.Skip(first).Take(PageSize).ToList();
        return new PredictionPage(
            page,
            first + page.Count < matching.Count ? PageCursor.OlderThan(page[^1]) : null,
            first > 0 && page.Count > 0 ? PageCursor.NewerThan(page[0]) : null);
    }

    public PredictionSnapshot Look(FakePrediction prediction)
    {
        return prediction.At(time.GetUtcNow());
    }

    public void Cancel(FakePrediction prediction)
    {
        prediction.Cancel(time.GetUtcNow());
    }

    public bool IsRemoved(PredictionSnapshot snapshot)
    {
        return snapshot.EndedAt + options.Value.OutputLifetime <= time.GetUtcNow();
    }

    private FakePrediction Make(PredictionRequest request, int sequence)
    {
        var now = time.GetUtcNow();
        var order = request.Model.Read(request.Input);
        var fault = Faults.In(order.Prompt);
        if (fault?.Effect == FaultEffect.FailEverySecond && !IsOddTime(order))
        {
            fault = null;
        }

        return new FakePrediction(request, order)
        {
            Id = RandomNumberGenerator.GetString(IdLetters, 26),
            Sequence = sequence,
            DeliveryKey = RandomNumberGenerator.GetHexString(40, lowercase: true),
            CreatedAt = now,
            StartsAt = now + options.Value.StartingTime,
            EndsAt = now + options.Value.GenerationTime,
            Deadline = now + request.CancelAfter,
            Fault = fault,
        };
    }

    private bool IsOddTime(PictureOrder order)
    {
        var key = string.Join('\n', [order.Prompt, .. order.ImageUrls]);
        var count = _equalRequests.GetValueOrDefault(key) + 1;
        _equalRequests[key] = count;
        return count % 2 == 1;
    }
}
