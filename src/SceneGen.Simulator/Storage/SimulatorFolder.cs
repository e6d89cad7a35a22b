using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace SceneGen.Simulator.Storage;

/// <summary>The one folder of a simulator: its journals, the finished pictures and those being painted.</summary>
internal sealed class SimulatorFolder : IDisposable
{
    private readonly string _root;
    private readonly string _pictures;
    private readonly string _scratch;
    private readonly FileStream _claim;

    public SimulatorFolder(IOptions<SimulatorOptions> options)
    {
        _root = Path.GetFullPath(options.Value.Path);
        _pictures = Directory.CreateDirectory(Path.Combine(_root, "pictures")).FullName;
        _claim = Claim(_root);
        RemoveScratch(_root);
        var scratch = $"scratch-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        _scratch = Directory.CreateDirectory(Path.Combine(_root, scratch)).FullName;
    }

    public string JournalOf(string store)
    {
        return Path.Combine(_root, $"{store}.jsonl");
    }

    public string ScratchFile(string name)
    {
        return Path.Combine(_scratch, name);
    }

    public string Picture(string name)
    {
        return Path.Combine(_pictures, name);
    }

    /// <summary>Makes a finished file of the scratch folder one of the pictures; nobody ever sees half of it.</summary>
    public void Keep(string name)
    {
        File.Move(ScratchFile(name), Picture(name), overwrite: true);
    }

    public void RemovePicturesExcept(IReadOnlySet<string> names)
    {
        foreach (var file in Directory.GetFiles(_pictures))
        {
            if (!names.Contains(Path.GetFileName(file)))
            {
                File.Delete(file);
            }
        }
    }

    public void Dispose()
    {
        _claim.Dispose();
    }

    /// <summary>Two simulators would lose each other's lines. The lock ends with the process.</summary>
    private static FileStream Claim(string root)
    {
        try
        {
            return new FileStream(
                Path.Combine(root, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception)
        {
            throw new IOException(
                $"Simulator:Path is '{root}': stop the simulator that uses this folder, or name another one. "
                + exception.Message,
                exception);
        }
    }

    private static void RemoveScratch(string root)
    {
        foreach (var old in Directory.GetDirectories(root, "scratch-*"))
        {
            // A painting tool that outlived its simulator can make no more files under the old name.
            var removed = $"{old}-removed";
            Directory.Move(old, removed);
            Directory.Delete(removed, recursive: true);
        }
    }
}
