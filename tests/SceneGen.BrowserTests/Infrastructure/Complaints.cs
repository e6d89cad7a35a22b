using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SceneGen.BrowserTests.Infrastructure;

/// <summary>What a browser complains of while a page is open, and every call to another place.</summary>
public sealed class Complaints
{
    private readonly ConcurrentQueue<string> _heard = new();
    private readonly ConcurrentQueue<Regex> _expected = new();
    private readonly Uri _home;

    public Complaints(IPage page, string home)
    {
        _home = new Uri(home);
        page.Console += (_, said) => Hear(said);
        page.PageError += (_, error) => _heard.Enqueue($"script: {error}");
        page.RequestFailed += (_, request) => Hear(request);
        page.Response += (_, answer) => Hear(answer);
        page.Request += (_, request) => AskWhere(request);
    }

    public IEnumerable<string> Heard => _heard;

    public IEnumerable<string> Unexpected
        => _heard.Distinct().Where(complaint => !_expected.Any(expected => expected.IsMatch(complaint)));

    /// <summary>For a test that provokes them.</summary>
    public void Expect(string pattern)
        => _expected.Enqueue(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));

    private void Hear(IConsoleMessage said)
    {
        if (said.Type == "error")
        {
            _heard.Enqueue($"console: {said.Text} ({said.Location})");
        }
    }

    /// <summary>What the page itself gave up, as it does when somebody leaves it, has not failed.</summary>
    private void Hear(IRequest request)
    {
        if (request.Failure is not "net::ERR_ABORTED")
        {
            _heard.Enqueue($"failed: {request.Method} {request.Url}: {request.Failure}");
        }
    }

    private void Hear(IResponse answer)
    {
        if (answer.Status >= 400)
        {
            _heard.Enqueue($"answer: {answer.Status} {answer.Request.Method} {answer.Url}");
        }
    }

    private void AskWhere(IRequest request)
    {
        var address = new Uri(request.Url);
        if (address.Scheme is not ("data" or "blob") && address.Authority != _home.Authority)
        {
            _heard.Enqueue($"elsewhere: {request.Method} {request.Url}");
        }
    }
}
