using System.Net;
using System.Text.RegularExpressions;
using SceneGen.Tests.Builders;

namespace SceneGen.Tests.Web.Ui;

public sealed partial class When_a_page_is_read_without_a_script(PageServer server) : IClassFixture<PageServer>
{
    private const string Hostile = "\"><script>alert(1)</script>";

    [Fact]
    public async Task the_beginning_lists_the_scenes_of_the_session_alone()
    {
        var own = await server.AddAsync("Ready", scene => (scene.SessionId, scene.ImageBytes) = ("reader", 1000));
        var other = await server.AddAsync("Ready", scene => scene.SessionId = "other");

        var (_, page) = await server.ReadAsync("/", "reader");

        Assert.Contains($"href=\"scenes/{own.CorrelationId}\"", page, StringComparison.Ordinal);
        Assert.Contains($"src=\"/assets/{A.ThumbnailSha256}.jpg\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain(other.CorrelationId.ToString(), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task more_scenes_than_a_page_holds_are_on_the_next()
    {
        for (var count = 0; count < 25; count++)
        {
            await server.AddAsync("Canceled", scene => (scene.SessionId, scene.CreatedAt) = ("many", DateTimeOffset.UnixEpoch.AddDays(count)));
        }

        var first = (await server.ReadAsync("/", "many")).Text;
        var next = WebUtility.HtmlDecode(Next().Match(first).Value);
        var second = (await server.ReadAsync($"/{next}", "many")).Text;

        Assert.Equal((24, 1), (TilesIn(first), TilesIn(second)));
    }

    [Fact]
    public async Task a_running_scene_is_looked_at_again_by_itself()
    {
        var scene = await server.AddAsync("Generating", scene => scene.SessionId = "waiting");

        var (status, page) = await server.ReadAsync($"/scenes/{scene.CorrelationId}", "waiting", "de");

        Assert.Equal(200, status);
        Assert.Contains("<noscript><meta http-equiv=\"refresh\" content=\"30\"></noscript>", page, StringComparison.Ordinal);
        Assert.Contains("<h1>Die Szene wird gemalt</h1>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"../ui/app.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Enchanted forest")]
    [InlineData("de", "Verzauberter Wald")]
    public async Task a_theme_has_its_name_in_the_readers_language(string language, string name)
    {
        var scene = await server.AddAsync(
            "Generating", scene => (scene.SessionId, scene.Theme) = ($"reads {language}", "enchanted-forest"));

        foreach (var address in (string[])["/", $"/scenes/{scene.CorrelationId}"])
        {
            var (_, page) = await server.ReadAsync(address, scene.SessionId, language);
            Assert.Contains($">{name}<", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("AwaitingTheme", false, true)]
    [InlineData("Generating", true, true)]
    [InlineData("RollingBack", false, true)]
    [InlineData("Expired", false, false)]
    public async Task only_what_is_painted_is_looked_at_again_by_itself_and_what_goes_on_by_who_wants_to(
        string state, bool isPainted, bool goesOn)
    {
        var scene = await server.AddAsync(state, scene => scene.SessionId = $"in {state}");

        var (_, page) = await server.ReadAsync($"/scenes/{scene.CorrelationId}", scene.SessionId);

        Assert.Equal(isPainted, page.Contains("http-equiv=\"refresh\"", StringComparison.Ordinal));
        Assert.Equal(isPainted, Progress().IsMatch(page));
        Assert.Equal(goesOn, page.Contains($"href=\"{scene.CorrelationId}\">Look again</a>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("AwaitingTheme", null, "Without JavaScript you can read your scenes here.")]
    [InlineData("Expired", null, "No theme was chosen in time, so the waiting ended. A theme can be chosen now, too.")]
    [InlineData("Canceled", null, "No theme had been chosen yet, so nothing was painted. A theme can be chosen again at any time.")]
    [InlineData("Canceled", "neon-city", "The painting was stopped, and nothing of it is kept.")]
    public async Task a_scene_that_does_not_go_on_by_itself_says_why_and_what_can_be_done(string state, string? theme, string sentence)
    {
        var scene = await server.AddAsync(state, scene => (scene.SessionId, scene.Theme) = ($"why {state}{theme}", theme));

        var (_, page) = await server.ReadAsync($"/scenes/{scene.CorrelationId}", scene.SessionId);

        Assert.Contains($"<p>{sentence}", page, StringComparison.Ordinal);
        Assert.Contains("please switch it on for this address", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", ".")]
    [InlineData("/scenes/0198a3c2-0000-7000-8000-000000000001", "../.")]
    public async Task where_nothing_can_be_read_the_way_on_leads_to_the_beginning(string address, string way)
    {
        await using var broken = new PageServer();
        await broken.InitializeAsync();
        await broken.LoseDatabaseAsync();

        var (status, page) = await broken.ReadAsync(address, "reader");

        Assert.Equal(503, status);
        Assert.Contains($"<a class=\"button\" href=\"{way}\">Your scenes</a>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "It was kept until 1 July 2025.")]
    [InlineData("de", "Es wurde bis zum 1.7.2025 aufbewahrt.")]
    public async Task a_picture_that_was_kept_for_its_time_is_spoken_of_and_not_shown(string language, string sentence)
    {
        var readyAt = new DateTimeOffset(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);
        var scene = await server.AddAsync("Ready", scene => (scene.SessionId, scene.ReadyAt) = ($"late {language}", readyAt));

        var (_, page) = await server.ReadAsync($"/scenes/{scene.CorrelationId}", scene.SessionId, language);
        var (_, list) = await server.ReadAsync("/", scene.SessionId, language);

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains($"scenes/{scene.CorrelationId}", list, StringComparison.Ordinal);
        Assert.DoesNotContain("/assets/", page + list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_failure_is_told_and_the_page_rests()
    {
        var scene = await server.AddAsync("RolledBack", scene => (scene.SessionId, scene.FailureCode) = ("failing", "avatar_unreadable"));

        var (_, page) = await server.ReadAsync($"/scenes/{scene.CorrelationId}", "failing");

        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.Contains("The avatar was taken back", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stranger", 404)]
    [InlineData(null, 200)]
    public async Task nobody_else_reads_a_scene(string? session, int status)
    {
        var scene = await server.AddAsync("Generating", scene => scene.SessionId = "owner");

        var (answered, page) = await server.ReadAsync($"/scenes/{scene.CorrelationId}", session);

        Assert.Equal(status, answered);
        Assert.DoesNotContain("Painting your scene</h1>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_deleted_scene_is_gone()
    {
        var scene = await server.AddAsync(
            "Canceled", scene => (scene.SessionId, scene.ErasedAt) = ("eraser", DateTimeOffset.UnixEpoch));

        Assert.Equal(410, (await server.ReadAsync($"/scenes/{scene.CorrelationId}", "eraser")).Status);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/scenes/{id}")]
    public async Task what_others_wrote_is_text_and_never_markup(string address)
    {
        var scene = await server.AddAsync("Generating", scene => (scene.SessionId, scene.Theme) = ("attacked", Hostile));

        var (_, page) = await server.ReadAsync(address.Replace("{id}", scene.CorrelationId.ToString(), StringComparison.Ordinal), "attacked");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_broken_cursor_begins_at_the_beginning()
        => Assert.Equal(200, (await server.ReadAsync("/?cursor=%3Cscript%3E", "reader")).Status);

    private static int TilesIn(string page) => page.Split("<li><a href=\"scenes/").Length - 1;

    [GeneratedRegex("""<progress max="100" value="\d+" aria-label="How far it is">\d+ %</progress>""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Progress();

    [GeneratedRegex("""(?<=href=")\?cursor=[^"]+""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Next();
}
