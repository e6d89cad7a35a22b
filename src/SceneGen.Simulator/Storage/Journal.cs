using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Win32.SafeHandles;

namespace SceneGen.Simulator.Storage;

/// <summary>
/// Lines of JSON that outlive the process: what was appended is with the operating system when
/// <see cref="Append"/> returns. It need not outlive the machine, so nothing waits for the disk. Lines that come while
/// others are written go together, by whoever is next.
/// </summary>
internal sealed class Journal<T> : IDisposable
    where T : class
{
    private readonly JsonTypeInfo<T> _type;
    private readonly SafeFileHandle _file;
    private readonly Lock _writing = new();
    private readonly Lock _collecting = new();
    private ArrayBufferWriter<byte> _batch = new();
    private ArrayBufferWriter<byte> _next = new();
    private long _length;

    private Journal(string path, JsonTypeInfo<T> type)
    {
        _type = type;
        _file = File.OpenHandle(path, FileMode.Create, FileAccess.Write, FileShare.Read | FileShare.Delete);
    }

    /// <summary>The last line may have been cut short by the end of the process; it was never answered for.</summary>
    public static IEnumerable<T> Read(string path, JsonTypeInfo<T> type)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        var (number, torn) = (0, 0);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (torn > 0)
            {
                throw new InvalidDataException(
                    $"Line {torn} of {path} is unreadable: move the file away to begin anew.");
            }

            if (Parse(line, type) is { } entry)
            {
                yield return entry;
            }
            else
            {
                torn = number;
            }
        }
    }

    /// <summary>Puts the lines in the place of those that were, in one step, and goes on behind them.</summary>
    public static Journal<T> Begin(string path, JsonTypeInfo<T> type, IEnumerable<T> lines)
    {
        var draft = $"{path}.new";
        var journal = new Journal<T>(draft, type);
        foreach (var line in lines)
        {
            journal.Append(line);
        }

        File.Move(draft, path, overwrite: true);
        return journal;
    }

    public void Append(T line)
    {
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, _type), (byte)'\n'];
        lock (_collecting)
        {
            _next.Write(bytes);
        }

        lock (_writing)
        {
            WriteCollected();
        }
    }

    public void Dispose()
    {
        _file.Dispose();
    }

    /// <summary>Nothing is left to do where another caller has written this one's line too.</summary>
    private void WriteCollected()
    {
        // What an attempt before this one could not write.
        WriteBatch();
        lock (_collecting)
        {
            (_batch, _next) = (_next, _batch);
        }

        WriteBatch();
    }

    private void WriteBatch()
    {
        if (_batch.WrittenCount == 0)
        {
            return;
        }

        // Counted after the write: half a line that a full disk left behind is written over by the next attempt.
        RandomAccess.Write(_file, _batch.WrittenSpan, _length);
        _length += _batch.WrittenCount;
        _batch.ResetWrittenCount();
    }

    private static T? Parse(string line, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(line, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
