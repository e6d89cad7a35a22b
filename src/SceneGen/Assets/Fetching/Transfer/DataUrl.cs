namespace SceneGen.Assets.Fetching.Transfer;

/// <summary>A file that is its own address, as some models give their pictures.</summary>
internal static class DataUrl
{
    private const string Scheme = "data:";
    private const string Base64 = ";base64";

    public static bool IsOne(string url) => url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    public static async Task<long> SaveAsync(string url, string path, CancellationToken cancellationToken)
    {
        var comma = url.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0 || !url.AsSpan(0, comma).EndsWith(Base64, StringComparison.OrdinalIgnoreCase))
        {
            throw NotBase64();
        }

        var bytes = Decode(url.AsSpan(comma + 1));
        await File.WriteAllBytesAsync(path, bytes, cancellationToken);
        return bytes.Length;
    }

    private static byte[] Decode(ReadOnlySpan<char> text)
    {
        // Four letters are three bytes, or up to two less: too many are seen before any memory is taken for them.
        var most = text.Length / 4 * 3L;
        if (most > BoundedBody.MostBytes + 2)
        {
            throw TooLarge();
        }

        var bytes = new byte[most];
        if (!Convert.TryFromBase64Chars(text, bytes, out var written))
        {
            throw NotBase64();
        }

        return written <= BoundedBody.MostBytes ? bytes[..written] : throw TooLarge();
    }

    private static FetchException TooLarge() => new(FetchFailure.TooLarge, "A data URL is larger than 20 MiB.");

    private static FetchException NotBase64() => new(FetchFailure.Rejected, "A data URL is not in base64.");
}
