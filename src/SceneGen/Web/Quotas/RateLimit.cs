namespace SceneGen.Web.Quotas;

/// <summary>The headers that tell a caller how much it may still ask for.</summary>
internal static class RateLimit
{
    public const string Limit = "RateLimit-Limit";
    public const string Remaining = "RateLimit-Remaining";
    public const string Reset = "RateLimit-Reset";
    public const string Policy = "RateLimit-Policy";
}
