using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SceneGen.Themes.Asking;

/// <summary>How a theme's seeds are chosen, for the models that take one.</summary>
public sealed record SeedChoice
{
    public SeedPolicy Policy { get; init; } = SeedPolicy.Free;

    /// <summary>The seed of <see cref="SeedPolicy.Fixed"/>.</summary>
    public int Value { get; init; }

    public int For(Guid sceneId, int run, int attempt) => Policy switch
    {
        SeedPolicy.Free => Hashed($"{sceneId:D}/{run}/{attempt}"),
        SeedPolicy.Scene => Hashed($"{sceneId:D}/{attempt}"),
        SeedPolicy.Fixed => (Value + attempt - 1) & int.MaxValue,
        _ => throw new InvalidOperationException($"{Policy} chooses no seed."),
    };

    /// <summary>31 bits of a hash.</summary>
    private static int Hashed(string name)
        => BinaryPrimitives.ReadInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) & int.MaxValue;
}
