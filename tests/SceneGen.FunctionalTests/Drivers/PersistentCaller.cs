using System.Net;
using System.Net.Http.Json;

namespace SceneGen.FunctionalTests.Drivers;

/// <summary>Takes no failure for an answer: asks one instance after the other until a scene is accepted.</summary>
internal sealed class PersistentCaller(Installation run)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>One after the other, by several callers at once: there is always something under way.</summary>
    public async Task<IReadOnlyCollection<Guid>> AcceptAsync(int count, int callers, Func<int, string> nameOf)
    {
        var all = Enumerable.Range(0, callers).Select(async first =>
        {
            var scenes = new List<Guid>();
            for (var number = first; number < count; number += callers)
            {
                scenes.Add(await AcceptAsync(nameOf(number)));
            }

            return scenes;
        });
        return [.. (await Task.WhenAll(all)).SelectMany(scenes => scenes)];
    }

    public async Task<Guid> AcceptAsync(string name)
    {
        var scene = Guid.NewGuid();
        var body = new
        {
            sceneId = scene,
            avatarUrl = run.Avatar,
            theme = "neon-city",
            avatar = new { kind = "animal", name },
        };
        var turn = 0;
        await Eventually.IsTrueAsync(
            () => TryAsync(run.Instances[turn++ % run.Instances.Count], body), $"the scene '{name}' is accepted", 120);
        return scene;
    }

    private static async Task<bool> TryAsync(SceneGenProcess instance, object body)
    {
        try
        {
            using var answer = await instance.Http.PostAsJsonAsync("/api/scenes", body, Stop);

            // There is one already: the answer to an earlier try was lost.
            return answer.StatusCode is HttpStatusCode.Accepted or HttpStatusCode.Conflict;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
