using System.Globalization;

namespace SceneGen.Benchmarks.Machine;

/// <summary>A process with its children, as Linux accounts for them under <c>/proc</c>.</summary>
internal sealed class ProcessTree(int root)
{
    /// <summary>Processor time so far; children that have ended are part of the process that waited for them.</summary>
    public TimeSpan Cpu => Members().Aggregate(TimeSpan.Zero, (sum, stat) => sum + stat.Own + stat.Ended);

    /// <summary>Of the root alone.</summary>
    public TimeSpan OwnCpu => Stat.Read(root)?.Own ?? TimeSpan.Zero;

    /// <summary>Whoever listens on the port; what ends while we look is passed over.</summary>
    public static ProcessTree ListeningOn(int port)
    {
        var sockets = SocketsOf(port).Select(inode => $"socket:[{inode}]").ToHashSet(StringComparer.Ordinal);
        var id = Ids().FirstOrDefault(id => Links(id).Any(sockets.Contains));
        return id > 0
            ? new ProcessTree(id)
            : throw new InvalidOperationException($"Nobody who may be looked at listens on port {port} of this machine.");
    }

    private List<Stat> Members()
    {
        var all = Ids().Select(Stat.Read).OfType<Stat>().ToList();
        var members = all.Where(stat => stat.Id == root).ToList();
        for (var next = 0; next < members.Count; next++)
        {
            members.AddRange(all.Where(stat => stat.Parent == members[next].Id));
        }

        return members;
    }

    private static IEnumerable<int> Ids()
        => Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0);

    private static IEnumerable<string> Links(int id)
    {
        try
        {
            return [.. new DirectoryInfo($"/proc/{id}/fd").EnumerateFileSystemInfos().Select(link => link.LinkTarget ?? "")];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static IEnumerable<string> SocketsOf(int port)
    {
        const string Listening = "0A";
        return Directory.EnumerateFiles("/proc/net", "tcp*")
            .SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length > 9 && parts[3] == Listening && parts[1].EndsWith($":{port:X4}", StringComparison.Ordinal))
            .Select(parts => parts[9]);
    }

    private sealed record Stat(int Id, int Parent, TimeSpan Own, TimeSpan Ended)
    {
        private const double TicksPerSecond = 100;

        public static Stat? Read(int id)
        {
            try
            {
                // The name stands in parentheses and may hold spaces.
                var line = File.ReadAllText($"/proc/{id}/stat");
                var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
                return new Stat(id, int.Parse(fields[1], null), Time(fields, 11), Time(fields, 13));
            }
            catch (IOException)
            {
                return null;
            }
        }

        private static TimeSpan Time(string[] fields, int first)
            => TimeSpan.FromSeconds((long.Parse(fields[first], null) + long.Parse(fields[first + 1], null)) / TicksPerSecond);
    }
}
