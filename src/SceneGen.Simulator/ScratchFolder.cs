namespace SceneGen.Simulator;

/// <summary>A folder of the simulator's own for pictures; gone when it stops.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scenegen-simulator-");

    public string PathOf(string name)
    {
        return Path.Combine(_folder.FullName, name);
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
    }
}
