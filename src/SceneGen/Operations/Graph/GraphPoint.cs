namespace SceneGen.Operations.Graph;

internal sealed record GraphPoint(double X, double Y)
{
    public static GraphPoint operator +(GraphPoint point, (double X, double Y) by) => new(point.X + by.X, point.Y + by.Y);

    public override string ToString() => FormattableString.Invariant($"{X:0.#} {Y:0.#}");
}
