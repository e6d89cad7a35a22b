using MassTransit;
using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Generation.Messages;
using SceneGen.Messaging;
using SceneGen.Scenes;

namespace SceneGen.Assets.Healing;

/// <summary>Asks for the picture that a lost file was made from.</summary>
internal sealed class LostPictures(SceneDbContext database, ISendEndpointProvider endpoints)
{
    /// <summary>False when no scene has it.</summary>
    public async Task<bool> AskAsync(string sha256, CancellationToken cancellationToken)
    {
        // The youngest: the provider keeps a picture for an hour.
        var scene = await database.Scenes.AsNoTracking()
            .Where(scene => scene.CurrentState == nameof(SceneStateMachine.Ready) && scene.ErasedAt == null)
            .Where(scene => database.FileUses.Any(use => use.Sha256 == sha256 && use.SceneId == scene.CorrelationId))
            .OrderByDescending(scene => scene.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (scene is null)
        {
            return false;
        }

        var finder = await endpoints.GetSendEndpoint(Queues.FindOutput);
        await finder.Send(
            new FindOutput { SceneId = scene.CorrelationId, Run = scene.Run, Attempt = scene.Attempt }, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
