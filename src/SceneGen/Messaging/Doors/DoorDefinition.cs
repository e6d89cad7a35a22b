using System.Net.Mime;
using MassTransit;

namespace SceneGen.Messaging.Doors;

internal sealed class DoorDefinition<T> : ConsumerDefinition<DoorConsumer<T>>
    where T : class
{
    public DoorDefinition() => EndpointName = DoorRegistration.NameOf<T>();

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<DoorConsumer<T>> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.DefaultContentType = new ContentType("application/json");
        endpointConfigurator.UseRawJsonDeserializer(RawSerializerOptions.AnyMessageType, isDefault: true);
        endpointConfigurator.UseMessageRetry(retry =>
        {
            retry.Ignore<InvalidMessageException>();
            retry.Exponential(5, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200));
        });
    }
}
