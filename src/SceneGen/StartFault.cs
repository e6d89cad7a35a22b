using System.Data.Common;
using Microsoft.Extensions.Options;

namespace SceneGen;

/// <summary>Which errors at start are for the operator to mend, and in which words they are told.</summary>
internal static class StartFault
{
    /// <summary>Runs to the end, and returns the exit code. What keeps it from running is said in one sentence.</summary>
    public static async Task<int> SayAsync(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (Exception error) when (Sentence(error) is { } sentence)
        {
            await Console.Error.WriteLineAsync($"SceneGen cannot start. {sentence}");
            return 1;
        }
    }

    internal static string? Sentence(Exception error) => error switch
    {
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
        AggregateException many when many.InnerExceptions.All(inner => Sentence(inner) is not null)
            => string.Join(Environment.NewLine, many.InnerExceptions.Select(Sentence)),
        InvalidDataException or InvalidOperationException or IOException or FormatException => error.Message,
        UnauthorizedAccessException or ArgumentException or DbException => error.Message,
        _ => null,
    };
}
