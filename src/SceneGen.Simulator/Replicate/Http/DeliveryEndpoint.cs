using Microsoft.AspNetCore.StaticFiles;
using SceneGen.Simulator.Replicate.Http.Calls;
using SceneGen.Simulator.Replicate.Predictions;
using SceneGen.Simulator.Storage;

namespace SceneGen.Simulator.Replicate.Http;

/// <summary>Finished pictures, to whoever knows the address, as long as they are kept.</summary>
internal sealed class DeliveryEndpoint(FakeReplicate replicate, SimulatorFolder folder, CallFilters filters)
{
    private readonly FileExtensionContentTypeProvider _contentTypes = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        var delivery = routes.MapGroup("/replicate/delivery").ExcludeFromDescription();
        filters.AddToDelivery(delivery);
        delivery.MapGet("/{key}/{file}", Download).WithMetadata(CallName.Download);
    }

    private IResult Download(HttpResponse response, string key, string file)
    {
        replicate.Count(ProviderCall.Download);
        var prediction = replicate.FindByDeliveryKey(key);
        CallNote.Of(response.HttpContext).Prediction = prediction?.Id;
        if (prediction is null || file != $"out.{prediction.Order.Format}")
        {
            return Results.NotFound();
        }

        var snapshot = replicate.Look(prediction);
        if (snapshot.File is null || replicate.IsRemoved(snapshot)
            || prediction.Fault?.Effect == FaultEffect.ExpiredOutput)
        {
            return Results.NotFound();
        }

        response.Headers.CacheControl = "public,max-age=3600";
        _contentTypes.TryGetContentType(file, out var contentType);
        return Results.File(folder.Picture(snapshot.File), contentType);
    }
}
