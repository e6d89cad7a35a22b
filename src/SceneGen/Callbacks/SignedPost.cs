namespace SceneGen.Callbacks;

/// <summary>Something to say to another program by HTTP, so that it can tell who said it.</summary>
/// <param name="Url">Where to; judged when it is posted, and never logged whole.</param>
/// <param name="Secret">What it is signed with: <c>whsec_</c> and base64; null where the address itself is the secret.</param>
/// <param name="Id">The same when the same is posted again, by which the receiver knows it.</param>
/// <param name="Body">JSON.</param>
internal sealed record SignedPost(string Url, string? Secret, string Id, ReadOnlyMemory<byte> Body)
{
    /// <summary>What it is signed with too while receivers change over; empty for nothing.</summary>
    public string FormerSecret { get; init; } = "";
}
