using MassTransit;
using SceneGen.Messaging;
using SceneGen.Scenes.Failures;

namespace SceneGen.Scenes;

/// <summary>How messages reach the scenes.</summary>
public sealed class SceneSagaDefinition : SagaDefinition<SceneState>
{
    public SceneSagaDefinition() => EndpointName = Queues.ScenesName;

    protected override void ConfigureSaga(
        IReceiveEndpointConfigurator endpointConfigurator,
        ISagaConfigurator<SceneState> sagaConfigurator,
        IRegistrationContext context)
    {
        // Two messages of one scene at once: on SQLite the second to commit loses and runs again on the winner's row.
        endpointConfigurator.UseMessageRetry(retry =>
        {
            retry.Ignore<SceneExistsException>();
            retry.Exponential(10, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(20));
        });

        // What a step sends leaves after its row is committed, and not at all if it is not.
        endpointConfigurator.UseInMemoryOutbox(context);
    }
}
