using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Win32.SafeHandles;

namespace SceneGen.Simulator.Storage;

/// <summary>
/// Lines of JSON that outlive the process: what was appended is with the operating system when
/// <see cref="Append"/> returns. It need not outlive the machine, so nothing waits for the disk.
/// </summary>
internal sealed class Journal<T> : IDisposable
    where T : class
{
    private readonly JsonTypeInfo<T> _type;
    private readonly SafeFileHandle _file;
    private readonly Lock _lock = new();
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
        lock (_lock)
        {
            // Counted after the write: half a line that a full disk left behind is written over by the next one.
            RandomAccess.Write(_file, bytes, _length);
            _length += bytes.Length;
        }
    }

    public void Dispose()
    {
        _file.Dispose();
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
