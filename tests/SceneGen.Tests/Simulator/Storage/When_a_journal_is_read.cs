using SceneGen.Simulator.Replicate.History;
using SceneGen.Simulator.Replicate.Predictions;
using SceneGen.Simulator.Storage;
using SceneGen.Tests.Assets;

namespace SceneGen.Tests.Simulator.Storage;

public sealed class When_a_journal_is_read : IDisposable
{
    private static readonly CallsMade Call = new(ProviderCall.Get, "a prediction", 1);

    private readonly TestFolder _folder = new();

    private string Path => _folder["provider.jsonl"];

    [Fact]
    public void every_line_is_there_while_it_is_still_being_written()
    {
        using var journal = Begin([Call, Call with { Times = 2 }]);
        journal.Append(Call with { Times = 3 });

        Assert.Equal([1, 2, 3], Read().Cast<CallsMade>().Select(call => call.Times));
    }

    [Fact]
    public void lines_of_callers_that_come_together_are_all_there()
    {
        using var journal = Begin([]);

        Parallel.For(0, 500, number =>
        {
            journal.Append(Call with { Times = number });
            Assert.Contains($"\"times\":{number}}}", File.ReadAllText(Path), StringComparison.Ordinal);
        });

        Assert.Equal(Enumerable.Range(0, 500), Read().Cast<CallsMade>().Select(call => call.Times).Order());
    }

    [Fact]
    public void wherever_its_last_line_was_cut_the_lines_before_it_count()
    {
        Begin([Call]).Dispose();
        var line = File.ReadAllBytes(Path);

        for (var length = 0; length < line.Length - 1; length++)
        {
            File.WriteAllBytes(Path, [.. line, .. line[..length]]);
            Assert.Equal([Call], Read());
        }
    }

    [Fact]
    public void a_line_in_its_midst_that_makes_no_sense_is_named()
    {
        Begin([Call]).Dispose();
        File.WriteAllText(Path, $"{File.ReadAllText(Path)}nonsense\n{File.ReadAllText(Path)}");

        var error = Assert.Throws<InvalidDataException>(() => Read());

        Assert.Contains($"Line 2 of {Path}", error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
    }

    private Journal<ProviderEvent> Begin(IEnumerable<ProviderEvent> lines)
    {
        return Journal<ProviderEvent>.Begin(Path, JournalJson.Default.ProviderEvent, lines);
    }

    private List<ProviderEvent> Read()
    {
        return [.. Journal<ProviderEvent>.Read(Path, JournalJson.Default.ProviderEvent)];
    }
}
