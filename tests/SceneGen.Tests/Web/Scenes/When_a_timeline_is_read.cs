using System.Text.Json;
using SceneGen.Contracts;
using SceneGen.Scenes.Timeline;
using SceneGen.Scenes.Words;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;
using SceneGen.Web.Ops.Timeline;
using SceneGen.Web.Scenes.Timeline;
using static SceneGen.Scenes.Timeline.TimelineCodes;

namespace SceneGen.Tests.Web.Scenes;

public abstract class When_a_timeline_is_read(SceneHarness harness)
{
    public sealed class On_PostgreSQL(SceneHarnessOnPostgres harness)
        : When_a_timeline_is_read(harness), IClassFixture<SceneHarnessOnPostgres>;

    public sealed class On_SQLite(SceneHarness harness)
        : When_a_timeline_is_read(harness), IClassFixture<SceneHarness>;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task users_are_told_what_says_something_to_them_under_its_true_number()
    {
        var scene = await AddAsync();

        var page = await ReadToldAsync(scene, new TimelinePlace(Start: 0, PageSize: 50), Language.German);

        Assert.Null(page.Next);
        Assert.Equal(
            [
                (1, "submitting", "transition", "Farben und Pinsel werden bereitgelegt"),
                (4, "submitting", "gateWait", "Die Szene wartet, bis der Bilddienst Zeit für sie hat."),
                (6, "submitting", "retry", "Dieser Versuch hat nicht geklappt; ein neuer folgt."),
                (7, "submitting", "note", "Dem Bilddienst ist es mehrmals hintereinander nicht gelungen."),
            ],
            page.Items.Select(item => (item.Sequence, item.Status, item.Kind, item.Text)));
    }

    [Fact]
    public async Task users_are_told_nothing_of_the_inside()
    {
        var scene = await AddAsync();

        var page = await ReadToldAsync(scene, new TimelinePlace(Start: 0, PageSize: 50), Language.English);

        Assert.DoesNotMatch("flux|p1|provider|budget|HTTP", JsonSerializer.Serialize(page));
    }

    [Fact]
    public async Task the_pages_follow_one_another_by_the_number()
    {
        var scene = await AddAsync();

        var first = await ReadToldAsync(scene, new TimelinePlace(Start: 0, PageSize: 2), Language.English);
        var second = await ReadToldAsync(scene, new TimelinePlace(first.Next!.Value, PageSize: 2), Language.English);

        Assert.Equal([1, 4], first.Items.Select(item => item.Sequence));
        Assert.Equal(4, first.Next);
        Assert.Equal([6, 7], second.Items.Select(item => item.Sequence));
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task operators_are_told_all_of_it()
    {
        var scene = await AddAsync();

        var page = await harness.InDatabaseAsync(database => new TimelineReader(database).ReadAsync(
            scene, new TimelinePlace(Start: 1, PageSize: 3), TimelineOpsItem.Of, Stop));

        Assert.Equal((3, 4), (page.Items.Count, page.Next));
        var ordered = page.Items[0];
        Assert.Equal((2, "providerCall", Ordered, 1200), (ordered.Sequence, ordered.Kind, ordered.Code, ordered.DurationMs));
        Assert.Equal("p1", ordered.Data!["predictionId"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("-1", null, "after")]
    [InlineData("9999999999", null, "after")]
    [InlineData(null, "0", "limit")]
    [InlineData(null, "201", "limit")]
    [InlineData("x", "y", "after", "limit")]
    public void whatever_is_wrong_of_a_page_is_named(string? after, string? limit, params string[] fields)
        => Assert.Equal(fields, new TimelineQuery(after, limit).Read().Errors.Keys);

    private Task<TimelinePage<TimelineItem>> ReadToldAsync(Guid scene, TimelinePlace place, Language language)
        => harness.InDatabaseAsync(database => new TimelineReader(database).ReadToldAsync(
            scene, place, entry => TimelineItem.Of(entry, language), Stop));

    private async Task<Guid> AddAsync()
    {
        var scene = A.SceneIn("Submitting");
        var now = scene.CreatedAt;
        scene.NoteTransition(now);
        scene.Note(now, new Happened { Code = Ordered, At = now, DurationMs = 1200, Facts = new() { Model = "flux", PredictionId = "p1" } });
        scene.Note(now, new Happened { Code = Polled, At = now, Facts = new() { Check = 1, Status = "processing" } });
        scene.WaitAt(now, "provider", "unauthorized", TimeSpan.FromSeconds(15));
        scene.Note(now, "An operator looked at it.", TimelineKinds.Operator);
        foreach (var code in new[] { AttemptFailed, GivenUp })
        {
            scene.Note(now, new Happened { Code = code, At = now, Facts = new() { Code = SceneFailureCodes.ProviderFailed } });
        }

        await harness.AddAsync(scene);
        return scene.CorrelationId;
    }
}
