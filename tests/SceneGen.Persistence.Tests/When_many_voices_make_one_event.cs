using SceneGen.Persistence.Tests.Choirs;
using SceneGen.Persistence.Tests.Infrastructure;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests;

public abstract class When_many_voices_make_one_event(SagaHarness<Choir> harness)
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task all_at_once_they_make_it_once()
    {
        var choirs = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToList();

        await harness.SayAsync([.. choirs.SelectMany(choir => new object[]
        {
            new BassSung(choir), new TenorSung(choir), new AltoSung(choir), new SopranoSung(choir),
        })]);

        foreach (var choir in choirs)
        {
            await harness.UntilAsync(choir, row => row?.Songs == 1);
            await harness.ConsumedAsync<SopranoSung>(sung => sung.ChoirId == choir);
            Assert.Equal(1, (await harness.FindAsync(choir))!.Songs);
        }
    }

    [Fact(Timeout = Timeout)]
    public async Task while_one_is_missing_they_make_none()
    {
        var choir = Guid.NewGuid();

        await harness.SayAsync(new BassSung(choir), new TenorSung(choir), new AltoSung(choir));
        await harness.UntilAsync(choir, row => row?.Heard == 7);

        Assert.Equal(0, (await harness.FindAsync(choir))!.Songs);
    }

    public sealed class On_SQLite(MachineOn<SqliteDatabase, ChoirStateMachine, Choir> harness)
        : When_many_voices_make_one_event(harness), IClassFixture<MachineOn<SqliteDatabase, ChoirStateMachine, Choir>>;

    public sealed class On_PostgreSQL(MachineOn<PostgresDatabase, ChoirStateMachine, Choir> harness)
        : When_many_voices_make_one_event(harness), IClassFixture<MachineOn<PostgresDatabase, ChoirStateMachine, Choir>>;
}
