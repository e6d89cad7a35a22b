namespace SceneGen.Simulator.Replicate;

/// <summary>What failed predictions of the real provider have said, each with the word that calls for it.</summary>
internal static class FailureTexts
{
    private const string Url = "https://example.com/avatar.png?signature=1234";

    public static readonly IReadOnlyList<(string Word, string Error)> All =
    [
        ("fail-e1000", "Director: unknown error (E1000)"),
        ("fail-e1001", "Out of memory, the process was killed (E1001)"),
        ("fail-e4875", "The webhook URL is empty (E4875)"),
        ("fail-e6716", "Timed out starting the prediction (E6716)"),
        ("fail-e8367", "The prediction was stopped in a state that is not terminal (E8367)"),
        ("fail-e8765", "Model health check failed (E8765)"),
        ("fail-e9243", "Director: unexpected error handling prediction (E9243)"),
        ("fail-e9825", "Output file could not be uploaded (E9825)"),
        ("fail-e9828", "Director: unexpected error (E9828)"),
        ("fail-interrupted", "Prediction interrupted; please retry (code: PA)"),
        ("fail-e003", "Service is currently unavailable due to high demand. Please try again later. (E003)"),
        ("fail-e004", "Service is temporarily unavailable. Please try again later. (E004)"),
        ("fail-e005", Flagged),
        ("fail-e006", "The input was invalid. Please try again with different inputs. (E006)"),
        ("fail-e001", "An unexpected error occurred. (E001)"),
        ("fail-all-nsfw",
            "All generated images contained NSFW content. Try running it again with a different prompt."),
        ("fail-too-small", "image size must be at least 3686400 pixels"),
        ("fail-url-403", $"403 Client Error: Forbidden for url: {Url}"),
        ("fail-url-404", $"404 Client Error: Not Found for url: {Url}"),
        ("fail-url-500", $"500 Server Error: Internal Server Error for url: {Url}"),
        ("fail-connection",
            "HTTPSConnectionPool(host='example.com', port=443): Max retries exceeded with url: /avatar.png"),
        ("fail-read-timeout",
            "HTTPSConnectionPool(host='example.com', port=443): Read timed out. (read timeout=10)"),
        ("fail-scheme", "'ftp' is not a valid URL scheme"),
        ("fail-no-picture", "cannot identify image file <_io.BytesIO object at 0x7f3a5c1b2e00>"),
        ("fail-cuda", "CUDA out of memory. Tried to allocate 2.00 GiB"),
        ("fail-torch", "torch.OutOfMemoryError: CUDA out of memory."),
        ("fail-unknown", "Prediction failed for an unknown reason. It might have run out of memory? (exitcode -9)"),
        ("fail-worker", "Worker crashed"),
        ("fail-wrapped", $"Prediction failed: Async prediction failed: ModelError: {Flagged} (Kx7qPz2mVw)"),
    ];

    private const string Flagged =
        "The input or output was flagged as sensitive. Please try again with different inputs. (E005)";
}
