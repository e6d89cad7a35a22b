using System.Buffers.Text;
using System.Text.RegularExpressions;
using SceneGen.Simulator.Replicate.Files;

namespace SceneGen.Simulator.Replicate;

/// <summary>Fetches a prediction's input images the way the real models' runtime does, errors word for word.</summary>
internal sealed partial class InputImages(HttpClient http, FileShelf shelf, TimeProvider time)
{
    private const int MaxBytes = 20 * 1024 * 1024;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    public async Task<byte[]> FetchAsync(string url, CancellationToken cancellationToken)
    {
        if (url.StartsWith("data:", StringComparison.Ordinal))
        {
            return FromDataUrl(url);
        }

        if (OwnFile().Match(url) is { Success: true } own && shelf.Find(own.Groups["id"].Value) is { } file)
        {
            return await File.ReadAllBytesAsync(file.Path, cancellationToken);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw new PredictionFailedException($"'{address?.Scheme}' is not a valid URL scheme");
        }

        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            return await GetAsync(address, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            throw new PredictionFailedException($"{Pool(address)}: Read timed out. (read timeout=10)");
        }
        catch (HttpRequestException)
        {
            throw new PredictionFailedException(
                $"{Pool(address)}: Max retries exceeded with url: {address.PathAndQuery}");
        }
    }

    private async Task<byte[]> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var code = (int)response.StatusCode;
        if (code >= 400)
        {
            var side = code < 500 ? "Client" : "Server";
            throw new PredictionFailedException(
                $"{code} {side} Error: {response.ReasonPhrase} for url: {address.OriginalString}");
        }

        await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    private static byte[] FromDataUrl(string url)
    {
        var encoded = url.AsSpan(url.IndexOf(',') + 1);
        if (!url.Contains(";base64,", StringComparison.Ordinal) || !Base64.IsValid(encoded))
        {
            throw new PredictionFailedException("The data URL is not valid base64");
        }

        return Convert.FromBase64String(encoded.ToString());
    }

    [GeneratedRegex(
        "/replicate/v1/files/(?<id>[a-z0-9]{26})$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OwnFile();

    private static string Pool(Uri address)
    {
        return $"{address.Scheme.ToUpperInvariant()}ConnectionPool(host='{address.Host}', port={address.Port})";
    }
}
