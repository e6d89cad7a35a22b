using MassTransit;
using SceneGen.Assets.Files;
using SceneGen.Assets.Messages;

namespace SceneGen.Assets.Discarding;

internal sealed partial class RemoveFileConsumer(FileBin bin, ILogger<RemoveFileConsumer> logger) : IConsumer<RemoveFile>
{
    public async Task Consume(ConsumeContext<RemoveFile> context)
    {
        var message = context.Message;
        try
        {
            await bin.RemoveAsync(
                new ReleasedFile(message.Sha256, message.Extension, message.Release), context.CancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Log.NotRemoved(logger, message.Sha256, message.Extension, error);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The file {Sha256}.{Extension}, which nothing names, could not be removed; the next sweep will.")]
        public static partial void NotRemoved(ILogger logger, string sha256, string extension, Exception error);
    }
}
