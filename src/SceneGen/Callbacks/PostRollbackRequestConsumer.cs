using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SceneGen.Callbacks.Messages;
using SceneGen.Data;
using SceneGen.Messaging;
using SceneGen.Scenes;
using SceneGen.Scenes.Options;

namespace SceneGen.Callbacks;

/// <summary>
/// Says to the avatar service by HTTP what is said on the bus. A post that is missed is tried again a few times soon; then
/// the scene's own repetition has its turn.
/// </summary>
internal sealed partial class PostRollbackRequestConsumer(
    SceneDbContext database,
    SignedPoster poster,
    IOptions<CompensationOptions> options,
    TimeProvider time,
    ILogger<PostRollbackRequestConsumer> logger) : IConsumer<PostRollbackRequest>
{
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(20)];

    public async Task Consume(ConsumeContext<PostRollbackRequest> context)
    {
        var (message, url) = (context.Message, options.Value.CallbackUrl);
        if (url.Length == 0 || !await IsWaitedForAsync(message, context.CancellationToken))
        {
            return;
        }

        var post = new SignedPost(
            url,
            [options.Value.CallbackSecret],
            $"rollback_{message.Request.SceneId:N}_{message.Request.RequestedAt.ToUnixTimeSeconds()}_{message.Number}",
            JsonSerializer.SerializeToUtf8Bytes(message.Request, JsonSerializerOptions.Web));
        var outcome = await poster.PostAsync(post, context.CancellationToken);
        if (outcome.Fate is not PostFate.Taken)
        {
            Log.NotTaken(logger, message.Request.SceneId, message.Request.AvatarId, message.Number, outcome.Told);
        }

        if (outcome.Fate is PostFate.Missed && message.Misses < Pauses.Length)
        {
            await context.ScheduleSend(
                Queues.PostRollbackRequest,
                (time.GetUtcNow() + Pauses[message.Misses]).UtcDateTime,
                message with { Misses = message.Misses + 1 });
        }
    }

    /// <summary>Not when it was answered meanwhile, nor when a later request stands for it: posts never pile up.</summary>
    private Task<bool> IsWaitedForAsync(PostRollbackRequest message, CancellationToken cancellationToken)
        => database.Scenes.AnyAsync(
            scene => scene.CorrelationId == message.Request.SceneId
                && scene.CurrentState == nameof(SceneStateMachine.RollingBack)
                && scene.RollbackRequests <= message.Number,
            cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Scene {SceneId}: request {Number} to roll avatar {AvatarId} back was not taken at Compensation:CallbackUrl. {What}")]
        public static partial void NotTaken(ILogger logger, Guid sceneId, Guid avatarId, int number, string what);
    }
}
