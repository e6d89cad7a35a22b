using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;

namespace SceneGen.Tests.Infrastructure;

/// <summary>
/// Remembers what a bus takes, and where to, and what it consumes, and wakes whoever waits for one of them. What comes
/// from the outbox is already serialized; it is read back.
/// </summary>
public sealed class MessageRecorder : ISendObserver, IConsumeObserver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Lock _lock = new();
    private readonly List<(object Message, string Destination)> _taken = [];
    private readonly Dictionary<Guid, Exception?> _consumed = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What went to the exchange of its type, for everybody who listens.</summary>
    public IReadOnlyList<T> Published<T>() => TakenFor<T>(MessageUrn.ForTypeString<T>());

    /// <summary>What went to this queue.</summary>
    public IReadOnlyList<T> SentTo<T>(string queue) => TakenFor<T>(queue);

    /// <summary>What went to the queue that is named after it, as each command's is.</summary>
    public IReadOnlyList<T> Sent<T>()
        => TakenFor<T>(KebabCaseEndpointNameFormatter.Instance.SanitizeName(typeof(T).Name));

    public async Task<Exception?> ConsumedAsync(Guid messageId)
    {
        await UntilAsync(() => _consumed.ContainsKey(messageId), $"Message {messageId} was not consumed.");
        return _consumed[messageId];
    }

    public Task UntilAsync(Func<bool> condition, string complaint)
        => UntilAsync(() => Task.FromResult(IsTrue(condition)), complaint);

    /// <summary>Waits until the condition holds, looking again whenever something was heard.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string complaint)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            Task news;
            lock (_lock)
            {
                news = _news.Task;
            }

            if (await condition())
            {
                return;
            }

            Assert.False(patience.IsCancellationRequested, complaint);
            await news.WaitAsync(patience.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    Task ISendObserver.PreSend<T>(SendContext<T> context) => Task.CompletedTask;

    Task ISendObserver.PostSend<T>(SendContext<T> context)
        => Hear(() => _taken.Add((
            context.Message is SerializedMessageBody ? Read(context) : context.Message,
            Uri.UnescapeDataString(context.DestinationAddress!.Segments[^1]))));

    Task ISendObserver.SendFault<T>(SendContext<T> context, Exception exception) => Task.CompletedTask;

    Task IConsumeObserver.PreConsume<T>(ConsumeContext<T> context) => Task.CompletedTask;

    Task IConsumeObserver.PostConsume<T>(ConsumeContext<T> context)
        => Hear(() => _consumed[context.MessageId!.Value] = null);

    Task IConsumeObserver.ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
        => Hear(() => _consumed[context.MessageId!.Value] = exception);

    private static object Read<T>(SendContext<T> context)
        where T : class
    {
        var type = context.SupportedMessageTypes[0].Split(':') is [_, _, var space, var name]
            ? AppDomain.CurrentDomain.GetAssemblies().Select(one => one.GetType($"{space}.{name}")).OfType<Type>().Single()
            : throw new InvalidDataException(context.SupportedMessageTypes[0]);
        using var envelope = JsonDocument.Parse(context.Serializer.GetMessageBody(context).GetString());
        return envelope.RootElement.GetProperty("message").Deserialize(type, SystemTextJsonMessageSerializer.Options)!;
    }

    private IReadOnlyList<T> TakenFor<T>(string destination)
    {
        lock (_lock)
        {
            return [.. _taken.Where(taken => taken.Destination == destination).Select(taken => taken.Message).OfType<T>()];
        }
    }

    private bool IsTrue(Func<bool> condition)
    {
        lock (_lock)
        {
            return condition();
        }
    }

    private Task Hear(Action note)
    {
        TaskCompletionSource heard;
        lock (_lock)
        {
            note();
            heard = _news;
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        heard.SetResult();
        return Task.CompletedTask;
    }
}
