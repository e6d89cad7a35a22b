using Microsoft.AspNetCore.Http.HttpResults;
using SceneGen.Scenes;
using SceneGen.Scenes.Callers;
using SceneGen.Scenes.Quotas;
using SceneGen.Web.Quotas;

namespace SceneGen.Web.Scenes.Creating;

/// <summary>Hands a message to its scene as far as its caller's quotas reach.</summary>
internal sealed class QuotaGate(SceneIntake intake, QuotaClaims quotas, QuotaRefusals refusals)
{
    /// <summary>Null where no quota was in the way.</summary>
    public async Task<ProblemHttpResult?> TakeAsync<T>(HttpContext http, T message, string sessionId, string? theme)
        where T : class
    {
        var request = new CallerRequest { Quota = quotas.Of(http, sessionId, theme) };
        try
        {
            await intake.TakeAsync(message, request, http.RequestAborted);
            return null;
        }
        catch (QuotaExceededException error)
        {
            refusals.SetHeaders(http, error.Kind);
            return refusals.Refuse(error.Kind);
        }
    }
}
