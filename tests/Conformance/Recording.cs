using System.Text.Json.Nodes;

namespace SceneGen.Tests.Conformance;

/// <summary>What the simulated provider wrote down of its calls: a line of JSON each.</summary>
internal static class Recording
{
    public static IReadOnlyList<RecordedCall> Read(string file)
    {
        using var lines = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        var calls = new List<RecordedCall>();
        while (lines.ReadLine() is { } line)
        {
            var call = JsonNode.Parse(line)!;
            calls.Add(new RecordedCall(
                call["method"]!.GetValue<string>(),
                call["path"]!.GetValue<string>(),
                call["request"],
                call["status"]?.GetValue<int>(),
                call["response"]));
        }

        return calls;
    }

    /// <summary>Fails where a request or an answer is not as the provider documents it.</summary>
    public static void AssertDocumented(string file)
        => Assert.Empty(Read(file).SelectMany(call => call.Faults()).Distinct());
}
