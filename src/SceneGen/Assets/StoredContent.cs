namespace SceneGen.Assets;

/// <summary>A stored file, open for reading from any place. Another <see cref="Version"/> means that it was written anew.</summary>
public sealed record StoredContent(Stream Stream, long Length, string Version) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
