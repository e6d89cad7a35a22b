using System.Runtime.ExceptionServices;
using MassTransit;
using MassTransit.Context;
using MassTransit.Serialization;
using MassTransit.Transports;
using SceneGen.Messaging;
using SceneGen.Operations.Audit;
using SceneGen.Scenes.Callers;
using SceneGen.Scenes.Failures;
using SceneGen.Scenes.Quotas;

namespace SceneGen.Scenes;

/// <summary>
/// Hands a message to its scene within the process, on the very path the queue's messages take. When the call returns,
/// what the message changed is committed: that is what lets an HTTP answer promise it, without a broker in between.
/// </summary>
internal sealed class SceneIntake(IReceiveEndpointDispatcherFactory dispatchers, TimeProvider time)
{
    private static readonly SystemTextJsonMessageSerializer Serializer = new();

    private readonly Lazy<IReceiveEndpointDispatcher> _scenes =
        new(() => dispatchers.CreateSagaReceiver<SceneState>(Queues.ScenesName));

    /// <summary>With an order, whatever the message changes is recorded as an operator's doing.</summary>
    public Task TakeAsync<T>(T message, CancellationToken cancellationToken, OperatorOrder? order = null)
        where T : class
        => DispatchAsync(message, order is null ? [] : [order], cancellationToken);

    /// <summary>The request's answer is kept with what the message changes, and its quota decided there.</summary>
    public Task TakeAsync<T>(T message, CallerRequest request, CancellationToken cancellationToken)
        where T : class
        => DispatchAsync(message, [request], cancellationToken);

    // What comes beside the message is in no header, which would go on with whatever is sent because of it.
    private async Task DispatchAsync<T>(T message, object[] beside, CancellationToken cancellationToken)
        where T : class
    {
        var scenes = _scenes.Value;
        var envelope = new MessageSendContext<T>(message, cancellationToken)
        {
            MessageId = Guid.CreateVersion7(time.GetUtcNow()),
            DestinationAddress = scenes.InputAddress,
            SourceAddress = scenes.InputAddress,
            ContentType = SystemTextJsonMessageSerializer.JsonContentType,
        };
        var headers = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase)
        {
            [MessageHeaders.ContentType] = SystemTextJsonMessageSerializer.JsonContentType.ToString(),
        };
        try
        {
            await scenes.Dispatch(Serializer.GetMessageBody(envelope).GetBytes(), headers, cancellationToken, beside);
        }
        catch (Exception error)
            when (error.GetBaseException()
                is (SceneExistsException or AvatarForeignException or QuotaExceededException) and var refusal)
        {
            // A saga wraps what its steps throw.
            ExceptionDispatchInfo.Throw(refusal);
        }
    }
}
