using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Images;
using SceneGen.Contracts;

namespace SceneGen.Assets.Avatars;

/// <summary>Fetches an avatar's picture and sees whether it is one that can be used.</summary>
public sealed class AvatarReader(
    GuardedFetcher fetcher,
    VipsCommand vips,
    TemporaryFolder temporary,
    IOptions<AvatarOptions> avatars,
    IOptions<ImageOptions> images)
{
    /// <summary>The sides of the copy that is looked at, whatever the avatar's proportions.</summary>
    private const int Side = 48;

    private readonly HostList _hosts = HostList.Parse(avatars.Value.Hosts);

    /// <summary>
    /// Throws <see cref="FetchException"/> where nothing can be had, <see cref="UnusableAvatarException"/> where it is
    /// of no use, and <see cref="PictureToolException"/> where this machine was too busy to see.
    /// </summary>
    public async Task<AvatarFile> FetchAsync(string url, CancellationToken cancellationToken)
    {
        var path = temporary.NewPath("avatar");
        try
        {
            var bytes = await fetcher.DownloadAsync(url, _hosts, path, cancellationToken);
            var header = ReadHeader(path);
            AvatarShape.Check(header);
            var file = new AvatarFile(path, bytes, await HashAsync(path, cancellationToken), header);
            return images.Value.Processing is ImageProcessing.Passthrough
                ? file
                : file with { Colours = await LookAsync(path, header, cancellationToken) };
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static ImageHeader ReadHeader(string path)
    {
        try
        {
            return ImageHeader.Read(path);
        }
        catch (ImageException error)
        {
            var code = error.IsAnimated ? SceneFailureCodes.AvatarAnimated : SceneFailureCodes.AvatarUnreadable;
            throw new UnusableAvatarException(code, error.Message, error);
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    private async Task<IReadOnlyList<string>> LookAsync(
        string path, ImageHeader header, CancellationToken cancellationToken)
    {
        var small = temporary.NewPath("raw");
        try
        {
            await vips.RunAsync(ThumbnailArguments(path, small, header), cancellationToken);
            var pixels = AvatarPixels.Of(await File.ReadAllBytesAsync(small, cancellationToken), Side * Side);
            pixels.CheckNotBlank();
            return pixels.Colours();
        }
        catch (ImageException error)
        {
            throw new UnusableAvatarException(SceneFailureCodes.AvatarUnreadable, error.Message, error);
        }
        finally
        {
            File.Delete(small);
        }
    }

    private static string[] ThumbnailArguments(string source, string target, ImageHeader header)
    {
        string[] arguments =
            ["thumbnail", source, target, $"{Side}", "--height", $"{Side}", "--size", "force", "--fail-on", "error"];
        return header.HasColourProfile ? [.. arguments, "--export-profile", "srgb"] : arguments;
    }
}
