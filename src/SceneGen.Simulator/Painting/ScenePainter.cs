using System.Security.Cryptography;
using System.Text;
using SceneGen.Simulator.Painting.Backdrops;
using SceneGen.Simulator.Storage;

namespace SceneGen.Simulator.Painting;

/// <summary>Sets figures into a scene that suits the prompt.</summary>
internal sealed class ScenePainter(Vips vips, FigureReader reader, SimulatorFolder folder)
{
    public async Task PaintAsync(SceneOrder order, string fileName, CancellationToken cancellationToken)
    {
        var name = Path.GetFileNameWithoutExtension(fileName);
        var figures = new List<Figure>();
        foreach (var picture in order.Figures)
        {
            figures.Add(await reader.ReadAsync(picture, name, cancellationToken));
        }

        var svg = folder.ScratchFile($"{name}.svg");
        try
        {
            await File.WriteAllTextAsync(svg, Compose(order, figures), cancellationToken);
            var picture = folder.ScratchFile(fileName) + SaveOptions(order);
            await vips.RunAsync(["flatten", $"{svg}[unlimited]", picture], cancellationToken);
            folder.Keep(fileName);
        }
        finally
        {
            File.Delete(svg);
        }
    }

    private static string Compose(SceneOrder order, List<Figure> figures)
    {
        var backdrop = BackdropChoice.For(order.Prompt);
        var standing = Standing.In(order.Prompt, backdrop.GroundLine);
        var canvas = new SvgCanvas(DiceFor(order));
        backdrop.PaintBehind(canvas);
        var slot = standing.Width / Math.Max(1, figures.Count);
        for (var index = 0; index < figures.Count; index++)
        {
            var center = standing.Center + (slot * (index - ((figures.Count - 1) / 2d)));
            Stand(canvas, backdrop, figures[index], $"figure{index}", standing with { Center = center, Width = slot });
        }

        backdrop.PaintInFront(canvas);
        return canvas.ToSvg(order.Width, order.Height);
    }

    private static void Stand(
        SvgCanvas canvas, ISceneBackdrop backdrop, Figure figure, string id, Standing standing)
    {
        var (center, ground) = (standing.Center, standing.Ground);
        var scale = Math.Min(standing.Height / figure.Height, standing.Width / figure.Width);
        var (width, height) = (figure.Width * scale, figure.Height * scale);
        var (left, top) = (center - (width / 2), ground - height);
        canvas.Define(id, $"""
            <image id='{id}' x='{left:0.##}' y='{top:0.##}' width='{width:0.##}' height='{height:0.##}'
             xlink:href='{figure.DataUrl}'/>
            """);
        if (backdrop.Reflection > 0)
        {
            Mirror(canvas, backdrop, id, (left, ground), width);
        }

        var shadow = ground + backdrop.ShadowDrop;
        canvas.Glow(center, shadow - 4, width * 0.62, 46, backdrop.ShadowColor, 0.55);
        canvas.Glow(center, shadow - 6, width * 0.42, 22, backdrop.ShadowColor, 0.85);
        canvas.Add($"<use xlink:href='#{id}'/>");
    }

    private static void Mirror(
        SvgCanvas canvas, ISceneBackdrop backdrop, string id, (double Left, double Ground) foot, double width)
    {
        var (left, ground) = foot;
        canvas.DefineVertical("mirrorFade", $"0 #ffffff {backdrop.Reflection:0.##}", "1 #ffffff 0");
        canvas.Define($"{id}Mask", $"""
            <mask id='{id}Mask' maskUnits='userSpaceOnUse'
             x='{left:0.##}' y='{ground:0.##}' width='{width:0.##}' height='150'>
            <rect x='{left:0.##}' y='{ground:0.##}' width='{width:0.##}' height='150' fill='url(#mirrorFade)'/></mask>
            """);
        canvas.Add($"""
            <g mask='url(#{id}Mask)'><use xlink:href='#{id}' transform='translate(0 {2 * ground:0.##}) scale(1 -1)'/></g>
            """);
    }

    private static int DiceFor(SceneOrder order)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{order.Seed}\n{order.Prompt}"));
        return BitConverter.ToInt32(hash);
    }

    private static string SaveOptions(SceneOrder order)
    {
        return order.Format switch
        {
            "png" => "[compression=4]",
            _ => $"[Q={Math.Max(1, order.Quality)}]",
        };
    }
}
