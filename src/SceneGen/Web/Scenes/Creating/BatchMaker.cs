using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using SceneGen.Data;
using SceneGen.Web.Http;
using SceneGen.Web.Http.Words;
using SceneGen.Web.Scenes.Answers;
using SceneGen.Web.Scenes.Requests;

namespace SceneGen.Web.Scenes.Creating;

/// <summary>Makes the scenes of a batch, each in a transaction of its own, a few at once.</summary>
internal sealed class BatchMaker(SceneMaker maker, AnswerBook answers, CreateRules rules, IOptions<JsonOptions> json)
{
    private const string Route = "POST /api/scenes/batch";
    private const int AtOnce = 4;
    private const int RetryAfterSeconds = 5;

    /// <summary>What came of each; or the problem of the batch as a whole.</summary>
    public async Task<(Creation[] Items, ProblemHttpResult? Problem)> MakeAsync(
        HttpContext http, IReadOnlyList<JsonElement> scenes)
    {
        var bodies = scenes.Select(scene => JsonBody<CreateSceneRequest>.Of(scene, json.Value.SerializerOptions)).ToArray();
        var key = RequestKeys.Of(http, Route, bodies.Select((body, index) => body.Value ?? (object)scenes[index]));
        var earlier = key is null ? [] : await answers.FindAsync(key, http.RequestAborted);
        if (earlier.Values.FirstOrDefault(answer => answer.IsMisused) is { } misused)
        {
            return ([], misused.Problem);
        }

        var items = new Creation?[bodies.Length];
        var begun = new List<(int Index, AskedScene Asked)>();
        for (var index = 0; index < bodies.Length; index++)
        {
            if (earlier.GetValueOrDefault(index) is { } answer)
            {
                items[index] = answer;
            }
            else if (bodies[index].Check(request => rules.Errors(http, request)) is { } problem)
            {
                items[index] = Creation.Refused(problem);
            }
            else if (CallerSession.Refuse(http, bodies[index].Value!.SessionId) is { } foreign)
            {
                items[index] = Creation.Refused(foreign);
            }
            else
            {
                begun.Add((index, maker.Ask(http, bodies[index].Value!, key is null ? null : key with { Item = index })));
            }
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = http.RequestAborted };
        await Parallel.ForEachAsync(begun, options, async (one, _) =>
            items[one.Index] = await GuardAsync(http, () => maker.TryAsync(http, one.Asked)));
        foreach (var (index, asked) in begun.Where(one => items[one.Index] is null))
        {
            items[index] = await GuardAsync(http, async () => await maker.ExplainAsync(asked, http.RequestAborted));
        }

        if (begun.Count > 0 && begun.All(one => IsUnavailable(items[one.Index]!)))
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
            return ([], items[begun[0].Index]!.Problem);
        }

        return ([.. items.Select(item => item!)], null);
    }

    private static bool IsUnavailable(Creation item)
        => item.Problem?.StatusCode is StatusCodes.Status503ServiceUnavailable;

    /// <summary>What was made before the database went away is told all the same.</summary>
    private static async Task<Creation?> GuardAsync(HttpContext http, Func<Task<Creation?>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception error) when (DatabaseFault.IsOne(error) && !http.RequestAborted.IsCancellationRequested)
        {
            var problem = Problems.Of(StatusCodes.Status503ServiceUnavailable, ProblemCodes.DatabaseUnavailable);
            problem.ProblemDetails.Extensions[Problems.RetryAfterName] = RetryAfterSeconds;
            return Creation.Refused(problem);
        }
    }
}
