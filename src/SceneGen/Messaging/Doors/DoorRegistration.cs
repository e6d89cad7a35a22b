using MassTransit;
using SceneGen.Contracts;
using SceneGen.Persistence.Outbox;

namespace SceneGen.Messaging.Doors;

/// <summary>The public messages that come in, each with its door.</summary>
internal static class DoorRegistration
{
    public static readonly IReadOnlyList<string> Names =
    [
        NameOf<AvatarGenerated>(),
        NameOf<ThemeSelected>(),
        NameOf<SceneCancelRequested>(),
        NameOf<AvatarRolledBack>(),
        NameOf<AvatarRollbackRefused>(),
    ];

    public static void AddDoors(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<DoorConsumer<AvatarGenerated>, DoorDefinition<AvatarGenerated>>();
        bus.AddConsumer<DoorConsumer<ThemeSelected>, DoorDefinition<ThemeSelected>>();
        bus.AddConsumer<DoorConsumer<SceneCancelRequested>, DoorDefinition<SceneCancelRequested>>();
        bus.AddConsumer<DoorConsumer<AvatarRolledBack>, DoorDefinition<AvatarRolledBack>>();
        bus.AddConsumer<DoorConsumer<AvatarRollbackRefused>, DoorDefinition<AvatarRollbackRefused>>();
    }

    public static string NameOf<T>()
        where T : class
        => KebabCaseEndpointNameFormatter.Instance.Message<T>();

    /// <summary>A door touches no database: it takes a message off when the broker has confirmed the next.</summary>
    public static void LeaveOut(OutboxOptions outbox)
        => outbox.EndpointsWithout.UnionWith(Names);
}
