using SceneGen.Messaging;

namespace SceneGen.Assets.Storing;

internal sealed class DiscardPictureDefinition() : CommandDefinition<DiscardPictureConsumer>(Queues.DiscardPictureName);
