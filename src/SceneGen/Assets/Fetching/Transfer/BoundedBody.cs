namespace SceneGen.Assets.Fetching.Transfer;

internal static class BoundedBody
{
    public const int MostBytes = 20 * 1024 * 1024;
    private const int BufferBytes = 64 * 1024;

    public static async Task<long> SaveAsync(HttpResponseMessage response, string path, FetchClock clock)
    {
        Answer.EnsureFile(response);
        var uri = response.RequestMessage!.RequestUri!;
        ThrowIfTooLarge(uri, response.Content.Headers.ContentLength ?? 0);
        await using var file = new FileStream(
            path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0, useAsync: true);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(clock.Token);
            return await CopyAsync(body, file, uri, clock);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static async Task<long> CopyAsync(Stream body, FileStream file, Uri uri, FetchClock clock)
    {
        var buffer = new byte[BufferBytes];
        long bytes = 0;
        while (await ReadAsync(body, buffer, uri, clock) is var read and > 0)
        {
            bytes += read;
            ThrowIfTooLarge(uri, bytes);
            await file.WriteAsync(buffer.AsMemory(0, read), clock.Token);
        }

        return bytes;
    }

    // Only the network's failures are the other side's; a full disk is not.
    private static async Task<int> ReadAsync(Stream body, byte[] buffer, Uri uri, FetchClock clock)
    {
        try
        {
            var read = await body.ReadAsync(buffer, clock.Token);
            clock.Progressed();
            return read;
        }
        catch (IOException exception)
        {
            throw FetchException.About(uri, FetchFailure.Unavailable, "broke off", exception);
        }
    }

    private static void ThrowIfTooLarge(Uri uri, long bytes)
    {
        if (bytes > MostBytes)
        {
            throw FetchException.About(uri, FetchFailure.TooLarge, "is larger than 20 MiB");
        }
    }
}
