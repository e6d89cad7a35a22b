using System.Net;
using System.Text.RegularExpressions;
using SceneGen.Web.Pages.Files;

namespace SceneGen.Tests.Web.Ui;

public sealed partial class When_a_page_asks_for_its_files(PageServer server) : IClassFixture<PageServer>
{
    private const int MostBytes = 60_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/scenes/0198a3c2-0000-7000-8000-000000000001")]
    [InlineData("/ops")]
    public async Task each_is_there_under_the_name_of_its_content(string address)
        => Assert.All(await FilesOfAsync(address), file =>
        {
            Assert.Matches(@"/ui/[\w-]+\.[0-9a-f]{10}\.(js|css|svg)$", file.Path);
            Assert.Equal("public, max-age=31536000, immutable", file.CacheControl);
        });

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task all_of_it_weighs_less_than_60_kB(string encoding)
    {
        using var page = await server.GetAsync("/");
        var weight = (await page.Content.ReadAsByteArrayAsync(Stop)).Length
            + (await FilesOfAsync("/")).Sum(file => UiFiles.FindHashed(Path.GetFileName(file.Path))!.In(encoding)!.Length);

        Assert.InRange(weight, 10_000, MostBytes);
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip;q=0.5", "gzip")]
    [InlineData("br;q=0", null)]
    [InlineData(null, null)]
    public async Task a_file_comes_as_small_as_the_browser_takes_it(string? accepted, string? encoding)
    {
        using var answer = await server.GetAsync("/ui/app.js", encoding: accepted);

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        Assert.Equal(
            UiFiles.Find("app.js")!.In(encoding ?? ""), await answer.Content.ReadAsByteArrayAsync(Stop));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/ops")]
    [InlineData("/ui/app.js")]
    public async Task whoever_asks_for_the_head_alone_gets_what_the_whole_has_without_a_body(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await server.Client.SendAsync(request, Stop);
        using var whole = await server.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task the_plain_name_shows_what_there_is_now_and_spares_what_the_browser_has()
    {
        using var first = await server.GetAsync("/ui/app.js");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ui/app.js");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.SendAsync(request, Stop);

        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task the_name_that_another_version_gave_a_file_is_answered_with_this_ones_and_kept_by_nobody()
    {
        using var answer = await server.GetAsync("/ui/app.0123456789.js");

        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal(UiFiles.Find("app.js")!.In(""), await answer.Content.ReadAsByteArrayAsync(Stop));
    }

    [Theory]
    [InlineData("/ui/nothing.0123456789.js")]
    [InlineData("/ui/app.01234567.js")]
    [InlineData("/ui/index.0123456789.html")]
    public async Task a_name_that_no_file_has_is_nobodys(string address)
        => Assert.Equal(404, (await server.ReadAsync(address)).Status);

    [Theory]
    [InlineData("/")]
    [InlineData("/scenes/0198a3c2-0000-7000-8000-000000000001")]
    [InlineData("/ui/app.js")]
    public async Task nothing_of_others_and_nothing_inline_may_run(string address)
    {
        using var answer = await server.GetAsync(address);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"https?:|\*", policy);
    }

    [Fact]
    public async Task the_pages_hold_no_script_or_style_of_their_own()
    {
        var (_, page) = await server.ReadAsync("/");

        Assert.DoesNotMatch("<style|style=|<script(?![^>]*(src=|application/json))| on[a-z]+=", page);
    }

    [Fact]
    public void nobody_else_is_asked_for_anything()
        => Assert.All(
            UiFiles.All.Select(TextOf),
            text => Assert.DoesNotMatch("https?://(?!www\\.w3\\.org|scenes\\.example)", text));

    [Theory]
    [InlineData("scene-status.js")]
    [InlineData("scene-studio.js")]
    public void a_component_is_one_script_that_imports_nothing(string name)
        => Assert.DoesNotMatch(@"(?m)^\s*(import|export)\b|import\(", TextOf(UiFiles.Find(name)!));

    private static string TextOf(UiFile file) => System.Text.Encoding.UTF8.GetString(file.In("")!);

    private async Task<IReadOnlyCollection<(string Path, string CacheControl)>> FilesOfAsync(string address)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<Uri>(await AskedAsync(address));
        while (open.TryDequeue(out var file))
        {
            if (!found.ContainsKey(file.AbsolutePath))
            {
                using var answer = await server.GetAsync(file.AbsolutePath);
                Assert.True(answer.IsSuccessStatusCode, file.AbsolutePath);
                found.Add(file.AbsolutePath, answer.Headers.CacheControl!.ToString());
                (await AskedAsync(file.AbsolutePath)).ForEach(open.Enqueue);
            }
        }

        return [.. found.Select(file => (file.Key, file.Value))];
    }

    private async Task<List<Uri>> AskedAsync(string path)
    {
        var (_, text) = await server.ReadAsync(path);
        var address = new Uri(server.Client.BaseAddress!, path);
        return File().Matches(text).Select(match => new Uri(address, match.Groups["file"].Value)).ToList();
    }

    [GeneratedRegex("""(href|src)="(?<file>[^"]*ui/[^"]+)"|(from|import) '(?<file>[^']+)'|url\("(?<file>[^"]+)"\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex File();
}
