using System.Text.RegularExpressions;

namespace SceneGen.Tests.Running;

/// <summary>
/// What the runs are given and no log may hold: each fixture looks for it, when it is done, in all that its processes wrote.
/// </summary>
public static partial class Secrets
{
    public const string ApiToken = "r8_planted0api0token";
    public const string DatabasePassword = "planted-database-password";
    public const string BusPassword = "planted-bus-password";
    public const string AvatarSignature = "planted0avatar0signature";
    public const string LinkKey = "cGxhbnRlZCBsaW5rIGtleSBwbGFudGVkIGxpbmsga2V5";

    private static readonly string[] Planted =
    [
        ApiToken, DatabasePassword, BusPassword, AvatarSignature, LinkKey, WebhookSender.Secret, WebhookSender.Secret[6..],
    ];

    /// <summary>The line that holds one, or something that looks like one; null where all is well.</summary>
    public static string? FindIn(string output)
        => output.Split('\n').FirstOrDefault(line =>
            Planted.Any(secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase))
            || Webhook().IsMatch(line)
            || Delivery().IsMatch(line)
            || SignedUrl().IsMatch(line)
            || Bearer().IsMatch(line));

    public static void AssertNoneIn(string output)
    {
        if (FindIn(output) is { } line)
        {
            Assert.Fail($"The log holds a secret: {line}");
        }
    }

    [GeneratedRegex("/webhooks/replicate/[0-9a-f]{8,}", RegexOptions.None, 1000)]
    private static partial Regex Webhook();

    /// <summary>Whoever knows the address of a painted picture may fetch it.</summary>
    [GeneratedRegex("/replicate/delivery/\\w+/|replicate\\.delivery/\\w+/", RegexOptions.None, 1000)]
    private static partial Regex Delivery();

    [GeneratedRegex("https?://[^\\s\"']+\\?[^\\s\"']+=", RegexOptions.None, 1000)]
    private static partial Regex SignedUrl();

    [GeneratedRegex("Bearer\\s+[\\w.~+/-]{8,}", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Bearer();
}
