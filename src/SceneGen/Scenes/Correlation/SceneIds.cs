using System.Security.Cryptography;
using System.Text;
using SceneGen.Contracts;

namespace SceneGen.Scenes.Correlation;

/// <summary>Ids that are derived, so that the same event gives the same scene.</summary>
public static class SceneIds
{
    /// <summary>SceneGen's own namespace for name-based UUIDs. It never changes: scenes are found by it.</summary>
    private static readonly Guid Namespace = new("5a0c9f6e-3d52-4c8e-9b1f-7e2f6d1c4a90");

    public static Guid Of(AvatarGenerated avatar) => avatar.SceneId ?? Named(avatar.AvatarId.ToString("D"));

    /// <summary>A UUID of version 5 (RFC 9562, section 5.5).</summary>
    public static Guid Named(string name)
    {
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(name.Length)];
        Namespace.TryWriteBytes(input, bigEndian: true, out _);
        var length = 16 + Encoding.UTF8.GetBytes(name, input[16..]);

        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // The version demands SHA-1; no security rests on it.
        SHA1.HashData(input[..length], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
