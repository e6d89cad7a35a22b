using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.S3.Model;
using Microsoft.Extensions.Options;

namespace SceneGen.Assets.S3;

/// <summary>Pictures as objects of a bucket.</summary>
public sealed class S3AssetStore(IOptions<S3Options> options, TemporaryFolder temporary, TimeProvider time)
    : IAssetStore, IDisposable
{
    private readonly string _bucket = options.Value.Bucket;
    private readonly S3Calls _calls = new(options.Value, time);

    public string NewTemporaryPath(string extension) => temporary.NewPath(AssetName.KnownExtension(extension));

    public async Task<StoredFile> AddAsync(string temporaryPath, string extension, CancellationToken cancellationToken)
    {
        AssetName.KnownExtension(extension);
        await using var file = new FileStream(temporaryPath, FileMode.Open, FileAccess.Read, FileShare.Read);
        var hash = await SHA256.HashDataAsync(file, cancellationToken);
        var sha256 = Convert.ToHexStringLower(hash);
        var key = AssetName.KeyOf(sha256, extension);
        var bytes = file.Length;
        file.Position = 0;
        await _calls.CallAsync(
            (client, token) => client.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = _bucket,
                    Key = key,
                    InputStream = file,
                    AutoCloseStream = false,
                    UseChunkEncoding = false,
                    ContentType = AssetName.ContentTypeOf(extension),

                    // What arrives is checked against it by the other side, before anybody sees it.
                    ChecksumSHA256 = Convert.ToBase64String(hash),
                },
                token),
            cancellationToken);
        File.Delete(temporaryPath);
        return new StoredFile(sha256, bytes);
    }

    public async Task<bool> ExistsAsync(string sha256, string extension, CancellationToken cancellationToken)
    {
        await using var content = await OpenAsync(sha256, extension, cancellationToken);
        return content is not null;
    }

    public async Task<StoredContent?> OpenAsync(string sha256, string extension, CancellationToken cancellationToken)
    {
        if (!AssetName.IsValid(sha256, extension))
        {
            return null;
        }

        var key = AssetName.KeyOf(sha256, extension);
        var found = await _calls.FindAsync(
            (client, token) => client.GetObjectMetadataAsync(_bucket, key, token), cancellationToken);
        return found is null
            ? null
            : new StoredContent(
                new S3ObjectStream(_calls, _bucket, key, found.ContentLength),
                found.ContentLength,
                $"{found.ETag}/{found.LastModified?.Ticks}/{found.ContentLength}");
    }

    public Task DeleteAsync(string sha256, string extension, CancellationToken cancellationToken)
    {
        var key = AssetName.KeyOf(sha256, extension);
        return _calls.FindAsync((client, token) => client.DeleteObjectAsync(_bucket, key, token), cancellationToken);
    }

    public async Task TryOutAsync(CancellationToken cancellationToken)
    {
        await temporary.TryOutAsync(cancellationToken);
        await _calls.CallAsync(
            (client, token) => client.ListObjectsV2Async(
                new ListObjectsV2Request { BucketName = _bucket, MaxKeys = 1 }, token),
            cancellationToken);
    }

    public async IAsyncEnumerable<ListedFile> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = $"{prefix}/" };
        ListObjectsV2Response page;
        do
        {
            page = await _calls.CallAsync((client, token) => client.ListObjectsV2Async(request, token), cancellationToken);
            request.ContinuationToken = page.NextContinuationToken;
            foreach (var one in page.S3Objects ?? [])
            {
                if (AssetName.Parse(one.Key[(one.Key.LastIndexOf('/') + 1)..]) is var (sha256, extension))
                {
                    yield return new ListedFile(
                        sha256, extension, one.Size ?? 0, new DateTimeOffset((one.LastModified ?? DateTime.UnixEpoch).ToUniversalTime()));
                }
            }
        }
        while (page.IsTruncated is true);
    }

    public void Dispose() => _calls.Dispose();
}
