using MassTransit;
using SceneGen.Generation.Messages;
using SceneGen.Messaging;
using SceneGen.Observability.Metrics;
using SceneGen.Scenes.Messages;
using SceneGen.Scenes.Timers;

namespace SceneGen.Generation.Consumers;

internal sealed class CheckGenerationConsumer(
    PredictionCheck check, Chronicle chronicle, SceneTimers timers, ProviderMeter meter) : IConsumer<CheckGeneration>
{
    public async Task Consume(ConsumeContext<CheckGeneration> context)
    {
        var message = context.Message;
        var result = await check.LookAsync(message, context.CancellationToken);
        meter.Poll(result.Word);
        await (result switch
        {
            CheckResult.Succeeded succeeded => context.Send(
                Queues.Scenes, message.Succeeded(succeeded) with { Happened = chronicle.Take() }),
            CheckResult.Failed failed => context.Send(
                Queues.Scenes, message.Failed(failed) with { Happened = chronicle.Take() }),
            CheckResult.Running { IsPainting: true } when message.IsLast => context.Send(
                Queues.Scenes,
                new SceneDeadlineReached
                {
                    SceneId = message.SceneId,
                    WasLookedAt = true,
                    Run = message.Run,
                    Attempt = message.Attempt,
                }),
            CheckResult.Running running => context.ScheduleSend(
                Queues.CheckGeneration,
                (timers.Now + (running.Wait ?? timers.NextCheck(running.Check))).UtcDateTime,
                message with { Check = running.Check + 1 }),
            _ => Task.CompletedTask,
        });
    }
}
