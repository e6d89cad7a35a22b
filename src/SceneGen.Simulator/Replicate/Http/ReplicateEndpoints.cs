using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;
using SceneGen.Simulator.Replicate.Http.Bodies;
using SceneGen.Simulator.Replicate.Models;
using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.Http;

/// <summary>The provider's API under <c>/replicate/v1</c>.</summary>
internal sealed class ReplicateEndpoints(FakeReplicate replicate, IOptions<SimulatorOptions> options)
{
    private const string Root = "/replicate/v1";

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(Root).ExcludeFromDescription();
        api.AddEndpointFilter(new TokenFilter(options));
        api.MapPost("/predictions", CreateAsync);
        api.MapPost("/models/{owner}/{name}/predictions", CreateForModelAsync);
        api.MapGet("/predictions", List);
        api.MapGet("/predictions/{id}", Get);
        api.MapPost("/predictions/{id}/cancel", Cancel);
        api.MapGet("/models/{owner}/{name}", GetModel);
        api.MapGet("/account", GetAccount);
        api.MapFallback("{**path}", ProviderProblem.NotFound);
    }

    private async Task<IResult> CreateAsync(HttpRequest request)
    {
        var body = await CreateRequest.ReadAsync(request);
        var model = FakeModels.Find(body?["version"]?.ToString());
        return model is null ? Refuse(ProviderProblem.UnknownVersion()) : Create(request, model, body!, true);
    }

    private async Task<IResult> CreateForModelAsync(HttpRequest request, string owner, string name)
    {
        var body = await CreateRequest.ReadAsync(request);
        var model = FakeModels.Find($"{owner}/{name}");
        return model is null ? Refuse(ProviderProblem.NotFound()) : Create(request, model, body ?? [], false);
    }

    private IResult Create(HttpRequest request, FakeModel model, JsonObject body, bool allowVersion)
    {
        var faults = CreateRequest.Check(body, model, allowVersion);
        if (faults.Count > 0)
        {
            return Refuse(ProviderProblem.Invalid(faults));
        }

        string? cancelAfter = request.Headers["Cancel-After"];
        var order = CreateRequest.ToPrediction(body, model, cancelAfter);
        if (cancelAfter is not null && order.CancelAfter is null)
        {
            return Refuse(ProviderProblem.BadRequest("Cancel-After must be a duration of at least 5 seconds."));
        }

        var fault = replicate.MeetHttpFault(order);
        return fault is null
            ? Answer(Show(replicate.Create(order, null), request), StatusCodes.Status201Created)
            : Spoil(order, fault, request);
    }

    private IResult Spoil(PredictionRequest order, Fault fault, HttpRequest request)
    {
        replicate.Count(ProviderCall.FaultedCreate);
        if (fault.Refuses())
        {
            return Refuse(FaultAnswer.Of(fault, request.HttpContext));
        }

        replicate.Create(order, fault);
        return FaultAnswer.Of(fault, request.HttpContext);
    }

    private IResult Refuse(IResult problem)
    {
        replicate.Count(ProviderCall.RefusedCreate);
        return problem;
    }

    private IResult Get(HttpRequest request, string id)
    {
        var prediction = replicate.Find(id);
        replicate.Count(ProviderCall.Get, prediction);
        return prediction is null ? ProviderProblem.NotFound() : Answer(Show(prediction, request));
    }

    private IResult Cancel(HttpRequest request, string id)
    {
        replicate.Count(ProviderCall.Cancel);
        if (replicate.Find(id) is not { } prediction)
        {
            return ProviderProblem.NotFound();
        }

        replicate.Cancel(prediction);
        return Answer(Show(prediction, request));
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
            Results = page.Items.Select(prediction => Show(prediction, request)),
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

    private PredictionBody Show(FakePrediction prediction, HttpRequest request)
    {
        var snapshot = replicate.Look(prediction);
        var removed = replicate.IsRemoved(snapshot);
        return PredictionBody.Of(prediction, snapshot, removed, options.Value.UrlBase(request));
    }

    private static IResult GetModel(string owner, string name)
    {
        return FakeModels.Find($"{owner}/{name}") is { } model ? Answer(model.ToJson()) : ProviderProblem.NotFound();
    }

    private static IResult GetAccount()
    {
        return Answer(new { Type = "organization", Username = "simulator", Name = "Simulator" });
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
