using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SceneGen.Simulator.Storage;

namespace SceneGen.Simulator.Replicate.Files;

/// <summary>The uploaded files of this run.</summary>
internal sealed class FileShelf(SimulatorFolder folder, TimeProvider time)
{
    private const string IdLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, UploadedFile> _files = new(StringComparer.Ordinal);

    public async Task<UploadedFile> AddAsync(
        IFormFile content, string name, string type, JsonObject metadata, CancellationToken cancellationToken)
    {
        var id = RandomNumberGenerator.GetString(IdLetters, 26);
        var path = folder.ScratchFile($"upload-{id}");
        using (var source = content.OpenReadStream())
        {
            using var target = File.Create(path);
            await source.CopyToAsync(target, cancellationToken);
        }

        using var written = File.OpenRead(path);
        var sha256 = await SHA256.HashDataAsync(written, cancellationToken);
        var now = time.GetUtcNow();
        return _files[id] = new UploadedFile
        {
            Id = id,
            Name = name,
            ContentType = type,
            Size = written.Length,
            Sha256 = Convert.ToHexStringLower(sha256),
            Metadata = metadata,
            CreatedAt = now,
            ExpiresAt = now + Lifetime,
            Path = path,
        };
    }

    public UploadedFile? Find(string id)
    {
        return _files.TryGetValue(id, out var file) && file.ExpiresAt > time.GetUtcNow() ? file : null;
    }

    public bool Remove(string id)
    {
        if (!_files.TryRemove(id, out var file))
        {
            return false;
        }

        File.Delete(file.Path);
        return true;
    }
}
