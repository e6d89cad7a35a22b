using MassTransit;
using SceneGen.Observability.Tracing;
using LogContext = Serilog.Context.LogContext;

namespace SceneGen.Observability.Logs;

/// <summary>Puts a scene's id on every line that is logged while a command of its is carried out, and on the message's span.</summary>
internal sealed class SceneLines : IConsumerConfigurationObserver
{
    /// <summary>The property of a line.</summary>
    public const string SceneId = "SceneId";

    public static IDisposable Begin(Guid sceneId)
    {
        Spans.Current?.About(sceneId);
        return LogContext.PushProperty(SceneId, sceneId);
    }

    public void ConsumerConfigured<TConsumer>(IConsumerConfigurator<TConsumer> configurator)
        where TConsumer : class
    {
        // Its messages follow.
    }

    public void ConsumerMessageConfigured<TConsumer, TMessage>(IConsumerMessageConfigurator<TConsumer, TMessage> configurator)
        where TConsumer : class
        where TMessage : class
        => configurator.Message(message => Add(message));

    private static void Add<TMessage>(IPipeConfigurator<ConsumeContext<TMessage>> message)
        where TMessage : class
    {
        if (SceneOf<TMessage>.Id is { } id)
        {
            message.UseFilter(new Filter<TMessage>(id));
        }
    }

    /// <summary>How a message names its scene; null when it names none.</summary>
    private static class SceneOf<TMessage>
    {
        public static readonly Func<TMessage, Guid?>? Id = Find();

        private static Func<TMessage, Guid?>? Find()
        {
            var getter = typeof(TMessage).GetProperty(SceneId)?.GetMethod;
            if (getter?.ReturnType == typeof(Guid))
            {
                var read = getter.CreateDelegate<Func<TMessage, Guid>>();
                return message => read(message);
            }

            return getter?.ReturnType == typeof(Guid?) ? getter.CreateDelegate<Func<TMessage, Guid?>>() : null;
        }
    }

    private sealed class Filter<TMessage>(Func<TMessage, Guid?> id) : IFilter<ConsumeContext<TMessage>>
        where TMessage : class
    {
        public async Task Send(ConsumeContext<TMessage> context, IPipe<ConsumeContext<TMessage>> next)
        {
            using var _ = id(context.Message) is { } sceneId ? Begin(sceneId) : null;
            await next.Send(context);
        }

        public void Probe(ProbeContext context) => context.CreateFilterScope("sceneLines");
    }
}
