namespace SceneGen.Assets.Messages;

/// <summary>A part of the frame, in fractions of its width and height from the top left corner.</summary>
public sealed record FrameBox(double Left, double Top, double Width, double Height);
