using System.Security.Cryptography;
using System.Text;

namespace SceneGen.Scenes.Correlation;

/// <summary>
/// What stands for a session where it is no longer to be named: its owner, who names it, is known by it, and nobody can
/// read the session off it.
/// </summary>
internal static class SessionMark
{
    /// <summary>With a blank, which no session's id holds.</summary>
    public const string Prefix = "erased ";

    public static string HashOf(string sessionId)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sessionId)));

    /// <summary>What is a mark already stays as it is.</summary>
    public static string Of(string sessionId)
        => sessionId.Length == 0 || sessionId.StartsWith(Prefix, StringComparison.Ordinal)
            ? sessionId
            : Prefix + HashOf(sessionId);

    /// <summary>Whether a scene's row names this session, or did before it was deleted.</summary>
    public static bool IsOf(SceneState scene, string sessionId)
        => scene.SessionId == sessionId || (scene.ErasedAt is not null && scene.SessionId == Of(sessionId));
}
