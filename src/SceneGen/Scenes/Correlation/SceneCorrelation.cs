using MassTransit;

namespace SceneGen.Scenes.Correlation;

/// <summary>What becomes of a message from outside whose scene is not there.</summary>
internal static class SceneCorrelation
{
    /// <summary>The message may have overtaken the one that begins the scene: tried for 5 minutes, then parked as an error.</summary>
    public static IEventCorrelationConfigurator<SceneState, T> AwaitScene<T>(
        this IEventCorrelationConfigurator<SceneState, T> correlation)
        where T : class
    {
        correlation.OnMissingInstance(missing => missing.Redeliver(redelivery =>
        {
            redelivery.Intervals(
                TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15),
                TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3));
            redelivery.OnRedeliveryLimitReached(limit => limit.Fault());
        }));
        return correlation;
    }
}
