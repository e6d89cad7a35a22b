using SceneGen.Tests.Web.Contract.Services;

namespace SceneGen.Tests.Web.Contract.Walks;

/// <summary>Who may call an operation is as the document says of it, for each kind of caller there is.</summary>
internal sealed class CallersWalk(ApiWalk walk)
{
    private const string Session = "sessionCookie";
    private const string Operator = "operatorCookie";

    private static readonly (string Name, string Value) Nobody = ("Cookie:", "none=1");

    private int _sessions;

    public async Task GoAsync()
    {
        var cookie = ("Cookie:", await CookieAsync());
        foreach (var (name, operation) in walk.Document.Operations)
        {
            var schemes = operation["security"]!.AsArray().SelectMany(one => one!.AsObject()).Select(scheme => scheme.Key).ToList();
            if (schemes.Count == 0)
            {
                // The sender of a webhook proves itself by a signature.
                await (name.Contains("/webhooks/", StringComparison.Ordinal) ? Task.CompletedTask : ExpectEntranceAsync(name, Nobody));
                continue;
            }

            await RefuseStrangersAsync(name, schemes);
            await ExpectEntranceAsync(name, ApiWalk.Shows(schemes.Contains(Operator) ? KeyedService.Ops : KeyedService.Scenes));
            if (schemes.Contains(Session))
            {
                await ExpectEntranceAsync(name, ApiWalk.Shows(await TokenAsync()));
                await ExpectEntranceAsync(name, cookie, Own);
            }
            else
            {
                await walk.ProbeAsync(name, 403, "not_for_sessions", null, ApiWalk.Shows(await TokenAsync()));
                await walk.ProbeAsync(name, 403, "not_for_sessions", null, cookie, Own);
            }
        }
    }

    /// <summary>As browsers say where a page's call comes from.</summary>
    private (string, string) Own => ("Origin:", walk.Address);

    private async Task RefuseStrangersAsync(string name, List<string> schemes)
    {
        await walk.ProbeAsync(name, 401, "key_required", null, Nobody);
        await walk.ProbeAsync(name, 401, "key_unknown", null, ApiWalk.Shows("sg_wrong"));
        await walk.ProbeAsync(name, 401, "key_unknown", null, ("Authorization:", "Basic c2c6c2c="));
        await walk.ProbeAsync(name, 401, "session_over", null, ("Cookie:", "scenegen_session=forged"), Own);
        var isForBoth = schemes.Contains(Operator) && schemes.Contains(Session);
        if (!isForBoth)
        {
            var other = schemes.Contains(Operator) ? KeyedService.Scenes : KeyedService.Ops;
            await walk.ProbeAsync(name, 403, "scope_missing", null, ApiWalk.Shows(other));
        }
    }

    private async Task ExpectEntranceAsync(string name, params (string Name, string Value)[] headers)
    {
        // These look at whose session it is besides.
        var isOfSession = name is "POST /api/sessions/enter" or "DELETE /api/sessions/{id}" or "DELETE /api/sessions";
        if (await walk.StatusAsync(name, headers) is var status and (401 or 403) && !isOfSession)
        {
            walk.Fault($"{name} answered {status} to who may call it by {headers[0].Name}");
        }
    }

    private async Task<string> CookieAsync()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var page = await http.GetAsync($"{walk.Address}/", TestContext.Current.CancellationToken);
        return page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    /// <summary>Of a session of its own, for one may ask only so often.</summary>
    private async Task<string> TokenAsync()
        => (await walk.CallAsync("POST /api/sessions", 201, new { sessionId = $"walk-{_sessions++}" }))!["token"]!.GetValue<string>();
}
