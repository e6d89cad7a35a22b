using SceneGen.Messaging;

namespace SceneGen.Assets.Discarding;

internal sealed class DiscardPictureDefinition() : CommandDefinition<DiscardPictureConsumer>(Queues.DiscardPictureName);
