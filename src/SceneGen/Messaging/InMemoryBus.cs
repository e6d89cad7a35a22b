using MassTransit;
using SceneGen.Data;
using SceneGen.Persistence;

namespace SceneGen.Messaging;

/// <summary>The bus within the process. It forgets what it holds when the process ends; the outbox does not.</summary>
internal static class InMemoryBus
{
    /// <summary>Longer than a message waits and is worked on, or it is worked on twice.</summary>
    private static readonly TimeSpan UntilConsumed = TimeSpan.FromMinutes(5);

    public static void UseProcess(this IBusRegistrationConfigurator bus)
    {
        bus.AddEntityFrameworkOutbox<SceneDbContext>(outbox =>
        {
            Doors.DoorRegistration.LeaveOut(outbox);
            outbox.BusKeepsMessages = false;
            outbox.Lease = UntilConsumed;
        });
        bus.UsingInMemory((context, transport) =>
        {
            transport.UseEntityFrameworkScheduler<SceneDbContext>(context);
            transport.UseContractJson();
            transport.ConfigureEndpoints(context);
        });
    }
}
