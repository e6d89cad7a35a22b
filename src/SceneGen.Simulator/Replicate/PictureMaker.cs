using Microsoft.Extensions.Options;
using SceneGen.Simulator.Painting;
using SceneGen.Simulator.Replicate.Models;
using SceneGen.Simulator.Replicate.Predictions;
using SceneGen.Simulator.Storage;

namespace SceneGen.Simulator.Replicate;

/// <summary>Makes a prediction's output, or the failure its fault calls for.</summary>
internal sealed class PictureMaker(
    InputImages images,
    ScenePainter scenes,
    FlatPainter flats,
    SimulatorFolder folder,
    IOptions<SimulatorOptions> options)
{
    /// <summary>What the models make that were not asked for a size.</summary>
    private const int WrongSide = 1024;

    private const string WebPage = "<!doctype html><html><body><h1>Service unavailable</h1></body></html>";

    /// <returns>The picture's name; null for a success without output.</returns>
    public Task<string?> MakeAsync(FakePrediction prediction, CancellationToken cancellationToken)
    {
        if ((prediction.Fault?.Error ?? prediction.Model.Refusal(prediction.Order)) is { } error)
        {
            throw new PredictionFailedException(error);
        }

        var name = $"{prediction.DeliveryKey}.{prediction.Order.Format}";
        return prediction.Fault?.Effect switch
        {
            FaultEffect.NoOutput or FaultEffect.AbsentOutput or FaultEffect.EmptyOutput =>
                Task.FromResult<string?>(null),
            FaultEffect.HtmlOutput => WriteWebPageAsync(name, cancellationToken),
            FaultEffect.TruncatedOutput => HalveAsync(prediction, name, cancellationToken),
            FaultEffect.WrongSize => PaintAsync(
                prediction, name, prediction.Order with { Width = WrongSide, Height = WrongSide }, cancellationToken),
            _ => PaintAsync(prediction, name, prediction.Order, cancellationToken),
        };
    }

    private async Task<string?> WriteWebPageAsync(string name, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(folder.ScratchFile(name), WebPage, cancellationToken);
        folder.Keep(name);
        return name;
    }

    private async Task<string?> HalveAsync(
        FakePrediction prediction, string name, CancellationToken cancellationToken)
    {
        var whole = await PaintAsync(prediction, name, prediction.Order, cancellationToken);
        var bytes = await File.ReadAllBytesAsync(folder.Picture(whole!), cancellationToken);
        await File.WriteAllBytesAsync(folder.ScratchFile(name), bytes[..(bytes.Length / 2)], cancellationToken);
        folder.Keep(name);
        return name;
    }

    private async Task<string?> PaintAsync(
        FakePrediction prediction, string name, PictureOrder order, CancellationToken cancellationToken)
    {
        var avatars = new List<byte[]>();
        foreach (var url in order.ImageUrls)
        {
            avatars.Add(await images.FetchAsync(url, cancellationToken));
        }

        if (options.Value.Painting == PaintingMode.Plain)
        {
            return await flats.PaintAsync(order.Width, order.Height, order.Format, cancellationToken);
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
            await scenes.PaintAsync(scene, name, cancellationToken);
            return name;
        }
        catch (UnreadablePictureException)
        {
            throw new PredictionFailedException("cannot identify image file <_io.BytesIO object at 0x7f3a5c1b2e00>");
        }
    }
}
