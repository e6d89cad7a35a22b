using System.Threading.Channels;

namespace SceneGen.Assets.Serving;

/// <summary>Files that were found missing or with other bytes, for whoever mends them. What does not fit is found again.</summary>
public sealed class DamagedFiles
{
    private const int MostWaiting = 1000;

    private readonly Channel<(string Sha256, string Extension)> _found = Channel.CreateBounded<(string, string)>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Report(string sha256, string extension) => _found.Writer.TryWrite((sha256, extension));

    public IAsyncEnumerable<(string Sha256, string Extension)> ReadAsync(CancellationToken cancellationToken)
        => _found.Reader.ReadAllAsync(cancellationToken);
}
