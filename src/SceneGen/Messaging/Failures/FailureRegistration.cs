using MassTransit;
using MassTransit.Middleware;

namespace SceneGen.Messaging.Failures;

/// <summary>What becomes of a message that could not be handled, retries included.</summary>
internal static class FailureRegistration
{
    public static void AddFailures(this IBusRegistrationConfigurator bus)
    {
        bus.AddSingleton<DatabaseAbsence>();
        bus.AddConfigureEndpointsCallback((context, _, endpoint) => endpoint.ConfigureError(error =>
        {
            error.UseFilter(context.GetRequiredService<DatabaseAbsence>());
            error.UseFilter(new JsonReason());
            error.UseFilter(new GenerateFaultFilter());
            error.UseFilter(new ErrorTransportFilter());
        }));
    }
}
