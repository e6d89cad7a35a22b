using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;
using SceneGen.Simulator.Replicate.Http.Bodies;
using SceneGen.Simulator.Replicate.Http.Calls;
using SceneGen.Simulator.Replicate.Http.Problems;
using SceneGen.Simulator.Replicate.Models;
using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.Http;

/// <summary>The calls that look at what there is.</summary>
internal sealed class ReplicateEndpoints(
    FakeReplicate replicate, PredictionView view, IOptions<SimulatorOptions> options)
{
    private const string Root = "/replicate/v1";

    public void Map(RouteGroupBuilder api)
    {
        api.MapGet("/predictions", List).WithMetadata(CallName.List);
        api.MapGet("/predictions/{id}", Get).WithMetadata(CallName.Get);
        api.MapPost("/predictions/{id}/cancel", Cancel).WithMetadata(CallName.Cancel);
        api.MapGet("/models/{owner}/{name}", GetModel).WithMetadata(CallName.Model);
        api.MapGet("/account", GetAccount).WithMetadata(CallName.Account);
        api.MapGet("/webhooks/default/secret", GetSecret).WithMetadata(CallName.Secret);
        api.MapFallback("{**path}", ProviderProblem.NotFound);
    }

    private IResult Get(HttpRequest request, string id)
    {
        var prediction = replicate.Find(id);
        CallNote.Of(request.HttpContext).Prediction = id;
        replicate.Count(ProviderCall.Get, prediction);
        return prediction is null ? ProviderProblem.NotFound() : Answer(view.Show(prediction, request));
    }

    private IResult Cancel(HttpRequest request, string id)
    {
        CallNote.Of(request.HttpContext).Prediction = id;
        replicate.Count(ProviderCall.Cancel);
        if (replicate.Find(id) is not { } prediction)
        {
            return ProviderProblem.NotFound();
        }

        replicate.Cancel(prediction);
        return Answer(view.Show(prediction, request));
    }

    private IResult List(HttpRequest request)
    {
        replicate.Count(ProviderCall.List);
        var query = request.Query;
        var cursor = PageCursor.Parse(query["cursor"].ToString());
        if (!TryTime(query["created_after"], out var after) || !TryTime(query["created_before"], out var before)
            || (query.ContainsKey("cursor") && cursor is null) || query["source"].ToString() is not ("" or "web"))
        {
            return ProviderProblem.BadRequest("A query parameter is invalid.");
        }

        // Everything here came in by the API, so the history of the website is empty.
        var page = query.ContainsKey("source")
            ? new PredictionPage([], null, null)
            : replicate.List(after, before, cursor);
        return Answer(new PredictionPageBody
        {
            Previous = LinkTo(page.Previous, request),
            Next = LinkTo(page.Next, request),
            Results = page.Items.Select(prediction => view.Show(prediction, request)),
        });
    }

    private string? LinkTo(PageCursor? cursor, HttpRequest request)
    {
        if (cursor is null)
        {
            return null;
        }

        var kept = request.Query.Where(pair => pair.Key != "cursor").SelectMany(
            pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? ""));
        var query = new QueryBuilder(kept) { { "cursor", cursor.ToString() } };
        return $"{options.Value.UrlBase(request)}{Root}/predictions{query}";
    }

    private static IResult GetModel(string owner, string name)
    {
        return FakeModels.Find($"{owner}/{name}") is { } model ? Answer(model.ToJson()) : ProviderProblem.NotFound();
    }

    private static IResult GetAccount()
    {
        return Answer(new { Type = "organization", Username = "simulator", Name = "Simulator" });
    }

    private IResult GetSecret()
    {
        return Answer(new { Key = options.Value.WebhookSecret });
    }

    private static IResult Answer<T>(T body, int status = StatusCodes.Status200OK)
    {
        return Results.Json(body, ReplicateJson.Options, "application/json", status);
    }

    private static bool TryTime(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var isTime = DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed);
        time = parsed;
        return isTime;
    }
}
