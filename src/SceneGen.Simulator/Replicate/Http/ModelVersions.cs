using System.Security.Cryptography;
using System.Text;
using SceneGen.Simulator.Replicate.Ledger;
using SceneGen.Simulator.Replicate.Models;

namespace SceneGen.Simulator.Replicate.Http;

/// <summary>
/// What a creation may name as its version: an official model, a model with a version, or a version alone. A simulated
/// model has one version, which is the SHA-256 of its name.
/// </summary>
internal static class ModelVersions
{
    private static readonly Dictionary<string, string> NamesByVersion =
        Prices.Models.ToDictionary(VersionOf, name => name, StringComparer.Ordinal);

    /// <returns>The model, and the version unless the model alone was named; null for what is unknown.</returns>
    public static (FakeModel Model, string? Version)? Find(string? text)
    {
        if (FakeModels.Find(text) is { } official)
        {
            return (official, null);
        }

        var (name, version) = text?.Split(':') switch
        {
            [var alone] => (NamesByVersion.GetValueOrDefault(alone), alone),
            [var before, var after] => (before, after),
            _ => (null, ""),
        };
        return FakeModels.Find(name) is { } model && version == VersionOf(model.Name) ? (model, version) : null;
    }

    private static string VersionOf(string name)
    {
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
    }
}
