using System.Security.Cryptography;
using System.Text;

namespace SceneGen.Callbacks;

/// <summary>
/// What posts to one caller's receivers are signed with: derived from the service's own secret, so that no receiver can
/// sign what another takes for genuine.
/// </summary>
internal static class CallbackSecret
{
    private const string Prefix = "whsec_";

    /// <summary>Keeps it from being the signature of anything that is posted: those begin with an id.</summary>
    private const string Label = "scenegen/callback-secret/v1\n";

    /// <summary>The service's own where nobody in particular asked: there are no keys.</summary>
    /// <param name="own"><c>whsec_</c> and base64.</param>
    /// <param name="caller">The name of an API key.</param>
    public static string Of(string own, string? caller)
        => caller is null
            ? own
            : Prefix + Convert.ToBase64String(
                HMACSHA256.HashData(Convert.FromBase64String(own[Prefix.Length..]), Encoding.UTF8.GetBytes(Label + caller)));
}
