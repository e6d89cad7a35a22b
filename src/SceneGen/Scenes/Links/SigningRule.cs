using Microsoft.Extensions.Options;

namespace SceneGen.Scenes.Links;

/// <summary>Links that are to be signed need a key.</summary>
internal sealed class SigningRule(IOptions<PictureLinkOptions> links) : IValidateOptions<SigningOptions>
{
    public ValidateOptionsResult Validate(string? name, SigningOptions options)
        => links.Value.Links is LinkMode.Signed && options.Key.Length == 0
            ? ValidateOptionsResult.Fail(
                "Images:Signing:Key is empty, and Images:Links is signed: set a key of 32 characters or more, such as "
                + "openssl rand -hex 32 gives.")
            : ValidateOptionsResult.Success;
}
