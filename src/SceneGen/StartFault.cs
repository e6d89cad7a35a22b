using System.Data.Common;
using Microsoft.Extensions.Options;

namespace SceneGen;

/// <summary>Which errors at start are for the operator to mend, and in which words they are told.</summary>
internal static class StartFault
{
    public static string? Sentence(Exception error) => error switch
    {
        OptionsValidationException options => string.Join(Environment.NewLine, options.Failures),
        AggregateException many when many.InnerExceptions.All(inner => Sentence(inner) is not null)
            => string.Join(Environment.NewLine, many.InnerExceptions.Select(Sentence)),
        InvalidDataException or InvalidOperationException or IOException or FormatException => error.Message,
        UnauthorizedAccessException or ArgumentException or DbException => error.Message,
        _ => null,
    };
}
