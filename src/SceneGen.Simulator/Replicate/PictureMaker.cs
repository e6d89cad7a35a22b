using SceneGen.Simulator.Painting;
using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate;

/// <summary>Makes a prediction's output, or the failure its fault calls for.</summary>
internal sealed class PictureMaker(InputImages images, ScenePainter painter, ScratchFolder scratch)
{
    private const string WebPage = "<!doctype html><html><body><h1>Service unavailable</h1></body></html>";

    /// <returns>The output's file; null for a success without output.</returns>
    public async Task<string?> MakeAsync(FakePrediction prediction, CancellationToken cancellationToken)
    {
        if (prediction.Fault?.Error is { } error)
        {
            throw new PredictionFailedException(error);
        }

        var file = scratch.PathOf($"{prediction.DeliveryKey}.{prediction.Order.Format}");
        switch (prediction.Fault?.Effect)
        {
            case FaultEffect.NoOutput:
                return null;
            case FaultEffect.HtmlOutput:
                await File.WriteAllTextAsync(file, WebPage, cancellationToken);
                return file;
            default:
                await PaintAsync(prediction, file, cancellationToken);
                return file;
        }
    }

    private async Task PaintAsync(FakePrediction prediction, string file, CancellationToken cancellationToken)
    {
        var order = prediction.Order;
        var avatars = new List<byte[]>();
        foreach (var url in order.ImageUrls)
        {
            avatars.Add(await images.FetchAsync(url, cancellationToken));
        }

        var scene = new SceneOrder
        {
            Prompt = order.Prompt,
            Seed = order.Seed,
            Width = order.Width,
            Height = order.Height,
            Format = order.Format,
            Quality = order.Quality,
            Figures = avatars,
        };
        try
        {
            await painter.PaintAsync(scene, file, cancellationToken);
        }
        catch (UnreadablePictureException)
        {
            throw new PredictionFailedException("cannot identify image file <_io.BytesIO object at 0x7f3a5c1b2e00>");
        }
    }
}
