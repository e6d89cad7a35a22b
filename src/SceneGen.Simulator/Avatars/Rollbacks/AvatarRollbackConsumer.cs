using MassTransit;
using SceneGen.Contracts;

namespace SceneGen.Simulator.Avatars.Rollbacks;

/// <summary>Answers every request to roll an avatar back, repeated ones too: an answer may have been lost.</summary>
internal sealed class AvatarRollbackConsumer(FakeAvatarService avatars, TimeProvider time)
    : IConsumer<AvatarRollbackRequested>
{
    public async Task Consume(ConsumeContext<AvatarRollbackRequested> context)
    {
        var request = context.Message;
        foreach (var answer in avatars.AskForRollback(request))
        {
            await (answer is RollbackOutcome.Refused
                ? context.Publish(new AvatarRollbackRefused
                {
                    AvatarId = request.AvatarId,
                    SceneId = request.SceneId,
                    Reason = FakeAvatarService.Refusal,
                    At = time.GetUtcNow(),
                })
                : context.Publish(new AvatarRolledBack
                {
                    AvatarId = request.AvatarId,
                    SceneId = request.SceneId,
                    At = time.GetUtcNow(),
                }));
        }
    }
}
