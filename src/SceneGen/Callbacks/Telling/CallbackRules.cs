using Microsoft.Extensions.Options;
using SceneGen.Assets.Fetching;
using SceneGen.Assets.Fetching.Judging;

namespace SceneGen.Callbacks.Telling;

/// <summary>Whether a caller may have a scene's events posted to an address.</summary>
internal sealed class CallbackRules(IOptions<FetchingOptions> fetching, IOptions<CallbackOptions> callbacks)
{
    private readonly UrlRules _rules = CallbackUrl.Rules(fetching.Value);

    /// <summary>Null for one that may be posted to; what its name resolves to is judged at each post.</summary>
    public string? Refuse(string url)
        => callbacks.Value.Secret.Length == 0
            ? "nothing is posted by this service, for its Callbacks:Secret is not set: leave the field out, or ask the operator to set it."
            : _rules.Refuse(url);
}
