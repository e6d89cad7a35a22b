using System.Text;
using Microsoft.Extensions.Options;

namespace SceneGen.Callbacks.Telling;

/// <summary>Posts what a callback says, under its id and signed, and a few at once to one host.</summary>
internal sealed class CallbackPoster(SignedPoster poster, HostTurns turns, IOptions<CallbackOptions> options)
{
    private static readonly PostOutcome Unsigned = new(PostFate.Missed, "Callbacks:Secret is not set.", "unsigned");

    /// <summary>Null where it is not its turn: enough others wait for the same host.</summary>
    public async Task<PostOutcome?> TryPostAsync(SceneCallback callback, string url, CancellationToken cancellationToken)
    {
        if (options.Value.Secret.Length == 0)
        {
            return Unsigned;
        }

        var post = new SignedPost(url, options.Value.Secret, $"msg_{callback.Id:N}", Encoding.UTF8.GetBytes(callback.Body))
        {
            FormerSecret = options.Value.FormerSecret,
        };
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
}
