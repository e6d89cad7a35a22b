using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using SceneGen.Simulator.Replicate.History;
using SceneGen.Simulator.Replicate.Models;
using SceneGen.Simulator.Replicate.Trouble;
using SceneGen.Simulator.Replicate.Webhooks;
using SceneGen.Simulator.Storage;

namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>Everything the simulated provider was asked to make, in this run and before it.</summary>
internal sealed class FakeReplicate : IDisposable
{
    private const string IdLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

    private readonly SimulatorOptions _options;
    private readonly TimeProvider _time;
    private readonly Journal<ProviderEvent> _journal;
    private readonly ConcurrentDictionary<string, FakePrediction> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FakePrediction> _byDeliveryKey = new(StringComparer.Ordinal);
    private readonly Channel<FakePrediction> _work = Channel.CreateUnbounded<FakePrediction>();
    private readonly PredictionHistory _history = new();
    private readonly FaultBook _book;
    private readonly Dictionary<(string Word, string Digest), int> _faultsMet = [];
    private readonly Lock _lock = new();

    public FakeReplicate(SimulatorFolder folder, IOptions<SimulatorOptions> options, TimeProvider time, FaultBook book)
    {
        (_options, _time, _book) = (options.Value, time, book);
        var (file, type) = (folder.JournalOf("provider"), JournalJson.Default.ProviderEvent);
        var past = new ProviderPast(Journal<ProviderEvent>.Read(file, type));
        Recall(past);
        _journal = Journal<ProviderEvent>.Begin(file, type, past.Lines());
        folder.RemovePicturesExcept(KeptPictures());
    }

    /// <summary>Hears of each prediction that was created, finished or canceled.</summary>
    public Action<FakePrediction> Changed { get; set; } = _ => { };

    /// <summary>What is still to be made; after a start also what was being made when the last run ended.</summary>
    public ChannelReader<FakePrediction> Work => _work.Reader;

    public ProviderCounts Counts { get; } = new();

    public void Count(ProviderCall call, FakePrediction? prediction = null)
    {
        _journal.Append(new CallsMade(call, prediction?.Id, 1));
        Counts.Count(call);
        prediction?.CountGet();
    }

    /// <summary>The fault that hits the answer to this creation: the first of equal ones, and no other.</summary>
    public Fault? MeetHttpFault(PredictionRequest request)
    {
        var order = request.ReadOrder();
        return Faults.OfCreation(order.Prompt) is { } fault && TimesMet(fault, order) == 1 ? fault : null;
    }

    public FakePrediction Create(PredictionRequest request, string? httpFault)
    {
        FakePrediction prediction;
        lock (_lock)
        {
            var record = Make(request, httpFault);
            _journal.Append(record);
            prediction = Add(record, request.Model);
        }

        Changed(prediction);
        return prediction;
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
        return _history.All();
    }

    public PredictionPage List(DateTimeOffset? createdAfter, DateTimeOffset? createdBefore, PageCursor? cursor)
    {
        return _history.Page(createdAfter, createdBefore, cursor);
    }

    public PredictionSnapshot Look(FakePrediction prediction)
    {
        return prediction.At(_time.GetUtcNow());
    }

    public void Cancel(FakePrediction prediction)
    {
        var now = _time.GetUtcNow();
        if (prediction.Cancel(now))
        {
            _journal.Append(new PredictionCanceled(prediction.Id, now));
            Changed(prediction);
        }
    }

    public void Finish(FakePrediction prediction, string? file, string? error)
    {
        var outcome = new PredictionOutcome(_time.GetUtcNow(), file, error);
        _journal.Append(new PredictionFinished(prediction.Id, outcome));
        prediction.Finish(outcome);
        Changed(prediction);
    }

    public bool IsRemoved(PredictionSnapshot snapshot)
    {
        return snapshot.EndedAt + _options.OutputLifetime <= _time.GetUtcNow();
    }

    public void Dispose()
    {
        _journal.Dispose();
    }

    private void Recall(ProviderPast past)
    {
        foreach (var calls in past.Calls)
        {
            Counts.Count(calls.Call, calls.Times);
        }

        foreach (var fault in past.Faults)
        {
            _faultsMet[(fault.Word, fault.Digest)] = fault.Times;
        }

        foreach (var record in past.Predictions)
        {
            var model = FakeModels.Find(record.Model)
                ?? throw new InvalidDataException($"Prediction {record.Id} is of the unknown model {record.Model}.");
            Add(record, model);
        }
    }

    private FakePrediction Add(PredictionRecord record, FakeModel model)
    {
        var prediction = _history.Add(place => new FakePrediction(record, model, place));
        _byId[prediction.Id] = prediction;
        _byDeliveryKey[prediction.DeliveryKey] = prediction;
        Counts.Count(ProviderCall.Create);
        if (record.Outcome is null)
        {
            _work.Writer.TryWrite(prediction);
        }

        return prediction;
    }

    private HashSet<string> KeptPictures()
    {
        return [.. _history.All().Where(IsKept).Select(prediction => prediction.Outcome?.File).OfType<string>()];
    }

    private bool IsKept(FakePrediction prediction)
    {
        var snapshot = Look(prediction);
        return !snapshot.Ended || (snapshot.File is not null && !IsRemoved(snapshot));
    }

    private PredictionRecord Make(PredictionRequest request, string? httpFault)
    {
        // Not before the newest one, even if the clock was set back: the history is searched by time.
        var now = Later(_time.GetUtcNow(), _history.Newest);
        var webhookFault = WebhookFaultOf(request);
        return new PredictionRecord
        {
            Id = RandomNumberGenerator.GetString(IdLetters, 26),
            DeliveryKey = RandomNumberGenerator.GetHexString(40, lowercase: true),
            Model = request.Model.Name,
            Version = request.Version,
            UrlBase = request.UrlBase,
            WebhookFault = webhookFault?.Fault,
            WebhookDelay = webhookFault?.Delay,
            Input = request.Input,
            Webhook = request.Webhook,
            WebhookEvents = request.WebhookEvents,
            CreatedAt = now,
            StartsAt = now + _options.StartingTime,
            EndsAt = now + _options.GenerationTime,
            Deadline = now + request.CancelAfter,
            Fault = FaultOf(request)?.Word,
            HttpFault = httpFault,
        };
    }

    private Fault? FaultOf(PredictionRequest request)
    {
        var order = request.ReadOrder();
        var fault = Faults.OfPrediction(order.Prompt) ?? Faults.Named(_book.Draw(FaultKinds.Prediction)?.Fault);
        return fault?.Effect == FaultEffect.FailEverySecond && TimesMet(fault, order) % 2 == 0 ? null : fault;
    }

    private FaultRule? WebhookFaultOf(PredictionRequest request)
    {
        return request.Webhook is null
            ? null
            : WebhookFaults.CalledFor(request.ReadOrder().Prompt) ?? _book.Draw(FaultKinds.Webhook);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other)
    {
        return one > other ? one : other;
    }

    private int TimesMet(Fault fault, PictureOrder order)
    {
        var meeting = FaultMet.By(order, fault);
        lock (_lock)
        {
            _journal.Append(meeting);
            var times = _faultsMet.GetValueOrDefault((meeting.Word, meeting.Digest)) + 1;
            _faultsMet[(meeting.Word, meeting.Digest)] = times;
            return times;
        }
    }
}
