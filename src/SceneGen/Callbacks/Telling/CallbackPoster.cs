using System.Text;
using Microsoft.Extensions.Options;

namespace SceneGen.Callbacks.Telling;

/// <summary>Posts what a callback says, under its id and signed, and a few at once to one host.</summary>
internal sealed class CallbackPoster(SignedPoster poster, HostTurns turns, IOptions<CallbackOptions> options)
{
    private static readonly PostOutcome Unsigned = new(PostFate.Missed, "Callbacks:Secret is not set.", "unsigned");

    /// <summary>Null where it is not its turn: enough others wait for the same host.</summary>
    /// <param name="callback">What it says.</param>
    /// <param name="url">Where to.</param>
    /// <param name="caller">The API key that named the address; null where the service's own secret signs.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<PostOutcome?> TryPostAsync(
        SceneCallback callback, string url, string? caller, CancellationToken cancellationToken)
    {
        if (options.Value.Secret.Length == 0)
        {
            return Unsigned;
        }

        var post = new SignedPost(url, SecretsOf(caller), $"msg_{callback.Id:N}", Encoding.UTF8.GetBytes(callback.Body));
        var host = new Uri(url).Authority;
        if (!turns.TryTake(host))
        {
            return null;
        }

        try
        {
            return await poster.PostAsync(post, cancellationToken);
        }
        finally
        {
            turns.Return(host);
        }
    }

    /// <summary>The former one itself too: whoever was given it, when there was one for all, still knows the posts by it.</summary>
    private string[] SecretsOf(string? caller)
    {
        var (own, former) = (options.Value.Secret, options.Value.FormerSecret);
        return former.Length == 0
            ? [CallbackSecret.Of(own, caller)]
            : [.. new[] { CallbackSecret.Of(own, caller), CallbackSecret.Of(former, caller), former }.Distinct()];
    }
}
