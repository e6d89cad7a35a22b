using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SceneGen.Simulator.Replicate.Course;
using SceneGen.Simulator.Replicate.Http.Calls;
using SceneGen.Simulator.Replicate.Http.Headers;
using SceneGen.Simulator.Replicate.Http.Problems;
using SceneGen.Simulator.Replicate.Models;
using SceneGen.Simulator.Replicate.Predictions;
using SceneGen.Simulator.Replicate.Webhooks;

namespace SceneGen.Simulator.Replicate.Http;

/// <summary>The calls that create predictions.</summary>
internal sealed class CreateEndpoints(
    FakeReplicate replicate,
    PredictionView view,
    PredictionCourse course,
    TimeProvider time,
    IOptions<SimulatorOptions> options)
{
    /// <summary>An early webhook may be a long time coming; no caller waits longer for the answer.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(1);

    public void Map(RouteGroupBuilder api)
    {
        api.MapPost("/predictions", CreateAsync).WithMetadata(CallName.Create);
        api.MapPost("/models/{owner}/{name}/predictions", CreateForModelAsync).WithMetadata(CallName.Create);
    }

    private async Task<IResult> CreateAsync(HttpRequest request)
    {
        var body = await CreateRequest.ReadAsync(request);
        return ModelVersions.Find(body?["version"]?.ToString()) is var (model, version)
            ? await JudgeAsync(request, model, version, body!)
            : Refuse(ProviderProblem.UnknownVersion());
    }

    private async Task<IResult> CreateForModelAsync(HttpRequest request, string owner, string name)
    {
        var body = await CreateRequest.ReadAsync(request);
        return FakeModels.Find($"{owner}/{name}") is { } model
            ? await JudgeAsync(request, model, null, body ?? [])
            : Refuse(ProviderProblem.NotFound());
    }

    private async Task<IResult> JudgeAsync(HttpRequest request, FakeModel model, string? version, JsonObject body)
    {
        var faults = CreateRequest.Check(body, model, allowVersion: !request.RouteValues.ContainsKey("owner"));
        if (faults.Count > 0)
        {
            return Refuse(ProviderProblem.Invalid(faults));
        }

        string? header = request.Headers["Cancel-After"];
        var cancelAfter = header is null ? null : CancelAfter.Parse(header);
        if (header is not null && cancelAfter is null)
        {
            return Refuse(ProviderProblem.BadRequest("Cancel-After must be a duration of at least 5 seconds."));
        }

        var urlBase = options.Value.UrlBase(request);
        var order = CreateRequest.ToPrediction(body, model, version, urlBase, cancelAfter);
        return replicate.MeetHttpFault(order) is { } fault
            ? Spoil(order, fault, request)
            : await AnswerAsync(Create(order, CallNote.Of(request.HttpContext).Fault, request), request);
    }

    private FakePrediction Create(PredictionRequest order, string? fault, HttpRequest request)
    {
        var prediction = replicate.Create(order, fault);
        CallNote.Of(request.HttpContext).Prediction = prediction.Id;
        return prediction;
    }

    private IResult Spoil(PredictionRequest order, Fault fault, HttpRequest request)
    {
        replicate.Count(ProviderCall.FaultedCreate);
        CallNote.Of(request.HttpContext).Fault = fault.Word;
        if (fault.Refuses())
        {
            return Refuse(FaultAnswer.Of(fault, request.HttpContext));
        }

        Create(order, fault.Word, request);
        return FaultAnswer.Of(fault, request.HttpContext);
    }

    private async Task<IResult> AnswerAsync(FakePrediction prediction, HttpRequest request)
    {
        if (WebhookFaults.Named(prediction.Record.WebhookFault) == WebhookFault.Early)
        {
            await WaitAsync(prediction.Story.FirstWord, LongestSilence, request);
        }

        var status = StatusCodes.Status201Created;
        if (PreferWait.Of(request) is { } wait)
        {
            request.HttpContext.Response.Headers["preference-applied"] = $"wait={wait.TotalSeconds}";
            await WaitAsync(course.ListenAsync(prediction), wait, request);
            status = prediction.Story.IsEndTold ? status : StatusCodes.Status202Accepted;
        }

        return Results.Json(view.Show(prediction, request), ReplicateJson.Options, "application/json", status);
    }

    private async Task WaitAsync(Task task, TimeSpan limit, HttpRequest request)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        await Task.WhenAny(task, Task.Delay(limit, time, done.Token));
        await done.CancelAsync();
    }

    private IResult Refuse(IResult problem)
    {
        replicate.Count(ProviderCall.RefusedCreate);
        return problem;
    }
}
