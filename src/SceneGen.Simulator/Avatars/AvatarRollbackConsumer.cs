using MassTransit;
using SceneGen.Contracts;

namespace SceneGen.Simulator.Avatars;

/// <summary>Answers every request to roll an avatar back, repeated ones too: an answer may have been lost.</summary>
internal sealed class AvatarRollbackConsumer(FakeAvatarService avatars, TimeProvider time)
    : IConsumer<AvatarRollbackRequested>
{
    public Task Consume(ConsumeContext<AvatarRollbackRequested> context)
    {
        var request = context.Message;
        var avatar = avatars.AskForRollback(request);
        if (RollbackManners.Ignores(avatar.Name))
        {
            return Task.CompletedTask;
        }

        return RollbackManners.Refuses(avatar.Name)
            ? context.Publish(new AvatarRollbackRefused
            {
                AvatarId = request.AvatarId,
                SceneId = request.SceneId,
                Reason = "The avatar is in use elsewhere.",
                At = time.GetUtcNow(),
            })
            : context.Publish(new AvatarRolledBack
            {
                AvatarId = request.AvatarId,
                SceneId = request.SceneId,
                At = time.GetUtcNow(),
            });
    }
}
