namespace SceneGen.Callbacks;

/// <summary>Something to say to another program by HTTP, so that it can tell who said it.</summary>
/// <param name="Url">Where to; judged when it is posted, and never logged whole.</param>
/// <param name="Secrets">What it is signed with, each <c>whsec_</c> and base64; none where the address itself is the secret.</param>
/// <param name="Id">The same when the same is posted again, by which the receiver knows it.</param>
/// <param name="Body">JSON.</param>
internal sealed record SignedPost(string Url, IReadOnlyList<string> Secrets, string Id, ReadOnlyMemory<byte> Body);
