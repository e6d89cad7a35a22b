using MassTransit;
using SceneGen.Data.Messages;

namespace SceneGen.Data.Erasing;

/// <summary>At once what <see cref="TraceSweep"/> would find later.</summary>
internal sealed class EraseTracesConsumer(TraceEraser eraser) : IConsumer<EraseTraces>
{
    public Task Consume(ConsumeContext<EraseTraces> context)
        => eraser.EraseAsync([context.Message.SceneId], context.CancellationToken);
}
