namespace SceneGen.Assets;

/// <summary>
/// Where finished pictures are: each under the hash of its bytes, written once and whole. A store that does not work
/// throws <see cref="IOException"/>.
/// </summary>
public interface IAssetStore
{
    string NewTemporaryPath(string extension);

    /// <summary>Takes the file away from its temporary path.</summary>
    Task<StoredFile> AddAsync(string temporaryPath, string extension, CancellationToken cancellationToken);

    Task<bool> ExistsAsync(string sha256, string extension, CancellationToken cancellationToken);

    /// <summary>Null when there is none of this name. Its bytes may not be what the name says.</summary>
    Task<StoredContent?> OpenAsync(string sha256, string extension, CancellationToken cancellationToken);

    Task DeleteAsync(string sha256, string extension, CancellationToken cancellationToken);

    /// <summary>Throws when no file could be added now, as far as that shows without adding one.</summary>
    Task TryOutAsync(CancellationToken cancellationToken);

    /// <summary>The files whose hash begins with these two digits.</summary>
    IAsyncEnumerable<ListedFile> ListAsync(string prefix, CancellationToken cancellationToken);
}
