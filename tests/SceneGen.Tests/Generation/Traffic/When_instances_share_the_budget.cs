using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Generation.Traffic;

public abstract class When_instances_share_the_budget
{
    private const int Budget = 600;

    [Fact]
    public async Task together_they_use_it_and_keep_within_it_in_every_minute()
    {
        await using var fleet = await Fleet.StartAsync(Make());
        var crowd = new Crowd(fleet, instances: 2);
        var start = fleet.Time.GetUtcNow();

        crowd.Add(5_000, within: TimeSpan.FromMinutes(5));
        await crowd.RunUntilAsync(start.AddMinutes(6));

        var minutes = crowd.ByMinute(start, minutes: 6);
        var deals = (await fleet.BudgetAsync()).Deals;
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"creates a minute {string.Join(' ', minutes)}; {crowd.Asked} asked, {deals} deals for {crowd.Created.Count} calls");
        Assert.All(minutes, creates => Assert.InRange(creates, Budget * 0.8, Budget * 1.1));
        Assert.InRange(crowd.MostInAMinute(), 1, Budget * 1.1);

        // Six a minute and instance, and one for a slice that had to grow.
        Assert.InRange(deals, 1, 2 * ((6 * 6) + 1));
        Assert.Equal((0, 0), fleet[0].Traffic.InFlight);
    }

    [Fact]
    public async Task the_slices_never_add_up_to_more_than_the_budget()
    {
        await using var fleet = await Fleet.StartAsync(Make(), instances: 1);
        await fleet.CreateAsync(0);
        Assert.Equal(Budget * 0.9, Assert.Single(await fleet.SlicesAsync()).CreatesPerMinute, precision: 3);

        await fleet.AddAsync();
        await fleet.AddAsync();
        for (var round = 0; round < 60; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 60).Select(call => fleet.CreateAsync(call % 3)));
            var now = fleet.Time.GetUtcNow();
            var slices = (await fleet.SlicesAsync()).Where(slice => slice.ExpiresAt > now).ToList();
            Assert.InRange(slices.Sum(slice => slice.CreatesPerMinute), 0, Budget + 0.001);
            Assert.InRange(slices.Sum(slice => slice.ReadsPerMinute), 0, 3000.001);
            fleet.Advance(1.3);
        }

        Assert.All(
            await fleet.SlicesAsync(), slice => Assert.Equal(Budget / 3.0, slice.CreatesPerMinute, tolerance: Budget * 0.05));
    }

    [Fact]
    public async Task one_that_asks_little_leaves_the_rest_to_the_other_and_the_database_in_peace()
    {
        await using var fleet = await Fleet.StartAsync(Make());
        for (var second = 0; second < 300; second++)
        {
            if (second % 6 == 0)
            {
                Assert.True(await fleet.CreateAsync(1));
            }

            await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => fleet.CreateAsync(0)));
            fleet.Advance(1);
        }

        // The busy one is dealt six slices a minute, the other about one.
        Assert.InRange((await fleet.BudgetAsync()).Deals, 30, 40);
        Assert.InRange((await fleet.SlicesAsync()).Max(slice => slice.CreatesPerMinute), Budget * 0.8, Budget * 0.96);
    }

    [Fact]
    public async Task after_a_quiet_hour_a_burst_need_not_wait_for_a_larger_slice()
    {
        await using var fleet = await Fleet.StartAsync(Make(), instances: 1);
        for (var minute = 0; minute < 60; minute++)
        {
            Assert.True(await fleet.CreateAsync(0));
            fleet.Advance(60);
        }

        Assert.InRange((await fleet.BudgetAsync()).Deals, 1, 61);
        var created = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => fleet.CreateAsync(0))));

        Assert.InRange(created.Count(isCreated => isCreated), 18, 20);
        Assert.InRange((await fleet.BudgetAsync()).Deals, 2, 63);
    }

    [Fact]
    public async Task a_permit_that_was_not_used_is_another_callers()
    {
        await using var fleet = await Fleet.StartAsync(Make(), instances: 1);
        var permits = new List<IDisposable>();
        while (await fleet.EnterNewAsync(0) is { Permit: not null } admission)
        {
            permits.Add(admission);
        }

        Assert.False(await fleet.CreateAsync(0));
        permits.ForEach(permit => permit.Dispose());
        Assert.True(await fleet.CreateAsync(0));
        Assert.Equal(18, permits.Count);
    }

    protected abstract TestDatabase Make();

    public sealed class On_SQLite : When_instances_share_the_budget
    {
        protected override TestDatabase Make() => new SqliteDatabase();
    }

    public sealed class On_PostgreSQL : When_instances_share_the_budget
    {
        protected override TestDatabase Make() => new PostgresDatabase();
    }
}
