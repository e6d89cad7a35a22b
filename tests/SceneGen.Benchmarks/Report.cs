using System.Globalization;

namespace SceneGen.Benchmarks;

/// <summary>A figure a line.</summary>
internal static class Report
{
    public static void Heading(string text) => Console.WriteLine($"\n{text}");

    public static void Figure(string name, double value, string format = "0.00")
        => Console.WriteLine($"  {name,-52} {value.ToString(format, CultureInfo.InvariantCulture),10}");
}
