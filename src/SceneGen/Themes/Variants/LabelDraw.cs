using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SceneGen.Themes.Variants;

/// <summary>Draws a theme's label for a session: always the same, as long as the weights stay.</summary>
internal static class LabelDraw
{
    public static ThemeLabel? LabelFor(this Theme theme, string drawer)
    {
        var total = theme.Labels.Sum(label => (long)label.Weight);
        if (total == 0)
        {
            return null;
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{theme.Id}/{drawer}"));
        var drawn = (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) % (ulong)total);
        return theme.Labels.Find(label => (drawn -= label.Weight) < 0);
    }
}
