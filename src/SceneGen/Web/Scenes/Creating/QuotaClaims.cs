using Microsoft.Extensions.Options;
using SceneGen.Replicate.Models;
using SceneGen.Scenes.Quotas;
using SceneGen.Themes;
using SceneGen.Themes.Asking;
using SceneGen.Web.Http;

namespace SceneGen.Web.Scenes.Creating;

/// <summary>Under which quotas a caller's scene falls.</summary>
internal sealed class QuotaClaims(IOptions<QuotaOptions> options, ModelLibrary models, ThemeLibrary themes)
{
    /// <summary>Null where none holds: all are off, or the caller is the local one.</summary>
    public QuotaClaim? Of(HttpContext http, string sessionId, string? themeId)
    {
        var quotas = options.Value;
        var each = new QuotaLimits(quotas.RunningScenes, quotas.CostPerDay);
        var sessions = new QuotaLimits(quotas.SessionsRunningScenes, quotas.SessionsCostPerDay, AreOfSessions: true);
        return (each.AreOff && sessions.AreOff) || Caller.IsLocal(http)
            ? null
            : new QuotaClaim
            {
                Key = Caller.KeyOf(http),
                SessionId = sessionId,
                Each = each,
                Sessions = sessions,
                Price = PriceOf(themeId),
            };
    }

    private decimal PriceOf(string? themeId)
    {
        var asked = themeId is not null && themes.Find(themeId) is { } theme
            ? models.ModelsOf(theme, label: null)
            : models.InOrder;
        return asked.Count > 0 ? asked[0].Price : 0;
    }
}
