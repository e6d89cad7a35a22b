using System.Net;
using Amazon.Runtime;
using Amazon.S3;

namespace SceneGen.Assets.S3;

/// <summary>Calls of the bucket's service, each with a time limit; whatever goes wrong is told without address or key.</summary>
internal sealed class S3Calls(S3Options options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(10);

    private readonly AmazonS3Client _client = new(
        new BasicAWSCredentials(options.AccessKey, options.SecretKey),
        new AmazonS3Config
        {
            ServiceURL = options.ServiceUrl,
            AuthenticationRegion = options.Region,
            ForcePathStyle = true,
            Timeout = LongestTry,
            MaxErrorRetry = 2,

            // Services other than Amazon's do not know the checksums that its client adds unasked.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });

    public async Task<T> CallAsync<T>(
        Func<AmazonS3Client, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await call(_client, either.Token);
        }
        catch (AmazonServiceException error)
        {
            throw new IOException($"The S3 service answered {(int)error.StatusCode} {error.ErrorCode}.", error);
        }
        catch (Exception error) when (error is HttpRequestException or AmazonClientException)
        {
            throw new IOException("The S3 service could not be reached.", error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("The S3 service did not answer in time.", error);
        }
    }

    /// <summary>Null when there is no such object.</summary>
    public Task<T?> FindAsync<T>(Func<AmazonS3Client, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where T : class
        => CallAsync(
            async (client, token) =>
            {
                try
                {
                    return await call(client, token);
                }
                catch (AmazonServiceException error)
                    when (error is { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" })
                {
                    return null;
                }
            },
            cancellationToken);

    public void Dispose() => _client.Dispose();
}
