using System.Security.Cryptography;
using System.Text;
using SceneGen.Simulator.Replicate.Models;

namespace SceneGen.Simulator.Replicate.History;

/// <summary>A fault called for by creations whose prompt and images have this digest.</summary>
internal sealed record FaultMet(string Word, string Digest, int Times) : ProviderEvent
{
    public static FaultMet By(PictureOrder order, Fault fault)
    {
        var equal = string.Join('\n', [order.Prompt, .. order.ImageUrls]);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(equal)));
        return new FaultMet(fault.Word, digest, 1);
    }
}
