using Microsoft.EntityFrameworkCore;
using SceneGen.Data;
using SceneGen.Scenes;
using SceneGen.Scenes.Callers;
using SceneGen.Web.Http;
using SceneGen.Web.Scenes.Creating;

namespace SceneGen.Web.Scenes.Answers;

/// <summary>The answers that were given to requests with an idempotency key.</summary>
internal sealed class AnswerBook(SceneDbContext database, SceneReader reader, AnswerJson json)
{
    public string Describe(SceneState scene) => json.Write(reader.ToResource(scene));

    /// <summary>What the requests of this key were answered, by their places; empty where it is new.</summary>
    public async Task<Dictionary<int, Creation>> FindAsync(AnswerKey key, CancellationToken cancellationToken)
    {
        var earlier = await (
            from answer in database.KeptAnswers.AsNoTracking()
            where answer.KeyHash == key.Hash
            select new
            {
                Answer = answer,
                IsThere = database.Scenes.Any(scene => scene.CorrelationId == answer.SceneId && scene.ErasedAt == null),
            })
            .ToListAsync(cancellationToken);
        return earlier.ToDictionary(
            row => row.Answer.Item,
            row => row.Answer.RequestHash == key.RequestHash ? Repeat(row.Answer, row.IsThere) : Creation.Misused());
    }

    /// <summary>What the same request was answered; null where it is new, or has no key.</summary>
    public async Task<Creation?> FindOneAsync(AnswerKey? key, CancellationToken cancellationToken)
        => key is null ? null : (await FindAsync(key, cancellationToken)).GetValueOrDefault(key.Item);

    private Creation Repeat(KeptAnswer answer, bool isThere)
        => isThere && answer.Body.Length > 0
            ? Creation.Again(json.Read(answer.Body))
            : Creation.Refused(Problems.SceneIsDeleted());
}
