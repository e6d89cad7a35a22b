using SceneGen.Observability.Readings;
using SceneGen.Tests.Callbacks;
using SceneGen.Tests.Conventions;

namespace SceneGen.Tests.Operations.Alerts;

public sealed class When_an_operator_is_needed
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);
    private static readonly Figures Quiet = new();
    private static readonly Figures WithoutCredit = new() { ClosedGates = { ["provider"] = "insufficient_credit" } };

    [Fact]
    public async Task it_is_told_once_by_however_many_instances_and_once_more_when_it_is_over()
    {
        await using var alerts = await AlertHarness.StartAsync();

        await alerts.LookAsync(Quiet);
        await alerts.LookAsync(WithoutCredit);
        await alerts.LookAsync(WithoutCredit, instance: 1);
        await alerts.LookAsync(WithoutCredit);
        alerts.Time.Advance(LongEnough);
        await alerts.LookAsync(Quiet, instance: 1);
        await alerts.LookAsync(Quiet);

        Assert.Equal(["ProviderRefusesAccount: firing", "ProviderRefusesAccount: resolved"], alerts.Told);
    }

    [Fact]
    public async Task what_one_instance_alone_sees_is_not_over_because_another_does_not()
    {
        await using var alerts = await AlertHarness.StartAsync();

        for (var look = 0; look < 10; look++)
        {
            await alerts.LookAsync(WithoutCredit);
            await alerts.LookAsync(Quiet, instance: 1);
            alerts.Time.Advance(TimeSpan.FromSeconds(15));
        }

        Assert.Equal(["ProviderRefusesAccount: firing"], alerts.Told);
    }

    [Fact]
    public async Task that_it_is_over_is_told_later_to_a_receiver_that_was_away()
    {
        await using var alerts = await AlertHarness.StartAsync();
        alerts.Receiver.Answer = (post, context) => CallbackReceiver.StatusAsync(context, post == 2 ? 503 : 204);

        await alerts.LookAsync(WithoutCredit);
        alerts.Time.Advance(LongEnough);
        await alerts.LookAsync(Quiet);
        await alerts.LookAsync(Quiet);
        await alerts.LookAsync(Quiet);

        Assert.Equal(
            ["ProviderRefusesAccount: firing", "ProviderRefusesAccount: resolved", "ProviderRefusesAccount: resolved"], alerts.Told);
    }

    [Fact]
    public async Task a_database_that_is_away_for_a_minute_is_told_of_until_it_is_back()
    {
        await using var alerts = await AlertHarness.StartAsync();

        await alerts.LookWithoutDatabaseAsync();
        alerts.Time.Advance(TimeSpan.FromSeconds(45));
        await alerts.LookWithoutDatabaseAsync();
        Assert.Empty(alerts.Told);
        alerts.Time.Advance(TimeSpan.FromSeconds(15));
        await alerts.LookWithoutDatabaseAsync();
        await alerts.LookWithoutDatabaseAsync();
        await alerts.LookWithDatabaseAsync();
        await alerts.LookWithDatabaseAsync();

        Assert.Equal(["DatabaseAway: firing", "DatabaseAway: resolved"], alerts.Told);
    }

    [Fact]
    public async Task it_is_told_again_every_hour_while_it_lasts()
    {
        await using var alerts = await AlertHarness.StartAsync();

        await alerts.LookAsync(WithoutCredit);
        alerts.Time.Advance(TimeSpan.FromMinutes(59));
        await alerts.LookAsync(WithoutCredit);
        alerts.Time.Advance(TimeSpan.FromMinutes(1));
        await alerts.LookAsync(WithoutCredit);

        Assert.Equal(["ProviderRefusesAccount: firing", "ProviderRefusesAccount: firing"], alerts.Told);
    }

    [Fact]
    public async Task a_receiver_that_was_away_is_told_at_the_next_look()
    {
        await using var alerts = await AlertHarness.StartAsync();
        alerts.Receiver.Answer = (post, context) => CallbackReceiver.StatusAsync(context, post == 1 ? 503 : 204);

        for (var look = 0; look < 10; look++)
        {
            await alerts.LookAsync(WithoutCredit);
            alerts.Time.Advance(TimeSpan.FromSeconds(15));
        }

        Assert.Equal(2, alerts.Receiver.Heard.Count);
    }

    [Fact]
    public async Task each_cause_has_its_name_and_its_runbook()
    {
        await using var alerts = await AlertHarness.StartAsync();
        var late = alerts.Time.GetUtcNow() - TimeSpan.FromMinutes(4);
        alerts.TakeStoreAway();

        await alerts.LookAsync(new Figures
        {
            ClosedGates = { ["provider"] = "unauthorized", ["model:some/model"] = "model_unknown" },
            OutputsExpiring = 1,
            RollbackCases = 1,
            OldestTimer = late,
            OldestMessage = late,
            Parked = 1,
        });
        await alerts.LookAsync(new Figures { Scenes = { ["Generating"] = (3, alerts.Time.GetUtcNow() - TimeSpan.FromMinutes(31)) } });
        alerts.GiveStoreBack();

        var told = alerts.Told.Select(text => text.Split(':')[0]).Order().ToList();
        Assert.Equal(
            ["DeadLetters", "NoProgress", "OutboxGrows", "OutputAboutToExpire", "ProviderRefusesAccount", "RollbackGivenUp", "StorageFails", "TimersLate"],
            told);
        var runbooks = await File.ReadAllTextAsync(
            Repository.PathOf("docs/operations.md"), TestContext.Current.CancellationToken);
        Assert.All(told, name => Assert.Contains($"\n### {name}\n\n✉ ", runbooks, StringComparison.Ordinal));
    }

    [Fact]
    public async Task what_is_only_a_little_late_is_nobodys_concern()
    {
        await using var alerts = await AlertHarness.StartAsync();
        var late = alerts.Time.GetUtcNow() - TimeSpan.FromMinutes(1);

        await alerts.LookAsync(new Figures
        {
            ClosedGates = { ["provider"] = "provider_down" },
            OldestTimer = late,
            OldestMessage = late,
            OldestRollback = late,
        });

        Assert.Empty(alerts.Told);
    }
}
