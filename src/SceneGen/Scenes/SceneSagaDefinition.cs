using MassTransit;
using SceneGen.Messaging;
using SceneGen.Scenes.Callers;
using SceneGen.Scenes.Failures;
using SceneGen.Scenes.Quotas;
using SceneGen.Scenes.Watching;

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
        // Whatever means a scene is sent to it; what is published comes in by its door.
        endpointConfigurator.ConfigureConsumeTopology = false;

        sagaConfigurator.UseFilter(context.GetRequiredService<SceneWatch>());
        sagaConfigurator.UseExecute(attempt => attempt.ForgetAnswer());

        // Two messages of one scene at once: on SQLite the second to commit loses and runs again on the winner's row.
        endpointConfigurator.UseMessageRetry(retry =>
        {
            retry.Ignore<SceneExistsException>();
            retry.Ignore<AvatarForeignException>();
            retry.Ignore<QuotaExceededException>();
            retry.Exponential(10, TimeSpan.FromMilliseconds(10), TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(20));
        });
    }
}
