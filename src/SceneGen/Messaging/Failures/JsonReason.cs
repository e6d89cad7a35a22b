using System.Text.Json;
using MassTransit;

namespace SceneGen.Messaging.Failures;

/// <summary>
/// The reason beside a message that could not be read names the field; by itself the core keeps the innermost error's
/// words, which do not.
/// </summary>
internal sealed class JsonReason : IFilter<ExceptionReceiveContext>
{
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (Find(context.Exception) is { } error)
        {
            context.ExceptionHeaders.Set(MessageHeaders.FaultMessage, error.Message);
        }

        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("jsonReason");

    private static JsonException? Find(Exception? error)
        => error as JsonException ?? (error is null ? null : Find(error.InnerException));
}
