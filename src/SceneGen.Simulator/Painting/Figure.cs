namespace SceneGen.Simulator.Painting;

/// <summary>An avatar's picture made ready to be set into a scene: a PNG of known size.</summary>
internal sealed record Figure(byte[] Png, int Width, int Height)
{
    public string DataUrl => $"data:image/png;base64,{Convert.ToBase64String(Png)}";
}
