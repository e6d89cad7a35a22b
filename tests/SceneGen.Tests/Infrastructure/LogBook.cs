using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SceneGen.Tests.Infrastructure;

/// <summary>Keeps what the service's own classes log, and what those below these names warn of.</summary>
internal sealed class LogBook(params string[] beside) : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = new();

    public IReadOnlyList<(LogLevel Level, string Text)> Entries => [.. _lines];

    public int Count(LogLevel level) => _lines.Count(line => line.Level == level);

    public string Lines(LogLevel level)
        => string.Join('\n', _lines.Where(line => line.Level == level).Select(line => line.Line));

    public ILogger CreateLogger(string categoryName) => new Page(this, categoryName);

    public void Dispose() => _lines.Clear();

    private bool Keeps(string category)
        => beside.Any(name => category.StartsWith(name, StringComparison.Ordinal));

    private sealed class Page(LogBook book, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel)
            => category.StartsWith("SceneGen.", StringComparison.Ordinal)
                || (logLevel >= LogLevel.Warning && book.Keeps(category));

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                book._lines.Enqueue((logLevel, $"{formatter(state, exception)} {exception}"));
            }
        }
    }
}
