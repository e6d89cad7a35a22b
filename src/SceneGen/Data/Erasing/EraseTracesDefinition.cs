using SceneGen.Messaging;

namespace SceneGen.Data.Erasing;

internal sealed class EraseTracesDefinition() : CommandDefinition<EraseTracesConsumer>(Queues.EraseTracesName);
