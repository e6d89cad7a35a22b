using MassTransit;

namespace SceneGen.Data.Erasing;

internal static class ErasingRegistration
{
    public static void AddErasing(this IBusRegistrationConfigurator bus)
        => bus.AddConsumer<EraseTracesConsumer, EraseTracesDefinition>();
}
