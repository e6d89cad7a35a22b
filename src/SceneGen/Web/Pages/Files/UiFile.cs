using System.IO.Compression;
using System.Security.Cryptography;

namespace SceneGen.Web.Pages.Files;

/// <summary>A script, style or drawing of the pages, under a name that changes with what it holds.</summary>
internal sealed class UiFile
{
    private const int HashLength = 10;

    private readonly Dictionary<string, byte[]> _forms;

    public UiFile(string name, string contentType, byte[] content)
    {
        Name = name;
        ContentType = contentType;
        Hash = Convert.ToHexStringLower(SHA256.HashData(content))[..HashLength];
        HashedName = $"{Path.GetFileNameWithoutExtension(name)}.{Hash}{Path.GetExtension(name)}";
        _forms = new(StringComparer.OrdinalIgnoreCase)
        {
            [""] = content,
            ["gzip"] = Pack(content, into => new GZipStream(into, CompressionLevel.SmallestSize)),
            ["br"] = Pack(content, into => new BrotliStream(into, CompressionLevel.SmallestSize)),
        };
    }

    public string Name { get; }

    public string HashedName { get; }

    public string Hash { get; }

    public string ContentType { get; }

    /// <summary>The content in an encoding; of one that is not known, null. The empty one is the content as it is.</summary>
    public byte[]? In(string encoding) => _forms.GetValueOrDefault(encoding);

    private static byte[] Pack(byte[] content, Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var stream = packer(packed))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }
}
