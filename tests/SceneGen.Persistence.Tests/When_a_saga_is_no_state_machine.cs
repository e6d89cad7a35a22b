using MassTransit;
using SceneGen.Persistence.Tests.Infrastructure;
using SceneGen.Persistence.Tests.Tickets;
using SceneGen.Tests.Databases;

namespace SceneGen.Persistence.Tests;

public abstract class When_a_saga_is_no_state_machine(SagaHarness<Ticket> harness)
{
    private const int Timeout = 60_000;

    [Fact(Timeout = Timeout)]
    public async Task its_first_message_makes_the_row()
    {
        var ticket = await OpenAsync("first");

        Assert.Equal("first", (await harness.FindAsync(ticket))!.Queue);
    }

    [Fact(Timeout = Timeout)]
    public async Task the_next_one_changes_it()
    {
        var ticket = await OpenAsync("next");

        await harness.SayAsync(new TicketNoted(ticket));

        await harness.UntilAsync(ticket, row => row!.Notes == 1);
    }

    [Fact(Timeout = Timeout)]
    public async Task one_that_observes_finds_those_that_fit()
    {
        var (fits, other) = (await OpenAsync("observed"), await OpenAsync("unobserved"));

        await harness.SayAsync(new TicketsClosed("observed"));

        await harness.UntilAsync(fits, row => row!.IsClosed);
        Assert.False((await harness.FindAsync(other))!.IsClosed);
    }

    [Fact(Timeout = Timeout)]
    public async Task what_only_begins_one_is_a_fault_for_one_that_is_there()
    {
        var ticket = await OpenAsync("first");

        await harness.SayAsync(new TicketOpened(ticket, "second"));

        Assert.True(await harness.Bus.Published.Any<Fault<TicketOpened>>(
            fault => fault.Context.Message.Message.CorrelationId == ticket, TestContext.Current.CancellationToken));
        Assert.Equal("first", (await harness.FindAsync(ticket))!.Queue);
    }

    [Fact(Timeout = Timeout)]
    public async Task what_only_changes_one_is_a_fault_without_it()
    {
        var ticket = Guid.NewGuid();

        await harness.SayAsync(new TicketNoted(ticket));

        Assert.True(await harness.Bus.Published.Any<Fault<TicketNoted>>(
            fault => fault.Context.Message.Message.CorrelationId == ticket, TestContext.Current.CancellationToken));
        Assert.Null(await harness.FindAsync(ticket));
    }

    [Fact(Timeout = Timeout)]
    public async Task what_may_do_either_begins_it_and_then_changes_it()
    {
        var ticket = Guid.NewGuid();

        await harness.SayAsync([.. Enumerable.Range(0, 5).Select(_ => new TicketRaised(ticket))]);

        await harness.UntilAsync(ticket, row => row?.Priority == 5);
    }

    private async Task<Guid> OpenAsync(string queue)
    {
        var ticket = Guid.NewGuid();
        await harness.SayAsync(new TicketOpened(ticket, queue));
        await harness.UntilAsync(ticket, row => row is not null);
        return ticket;
    }

    public sealed class On_SQLite(SagaOn<SqliteDatabase, Ticket> harness)
        : When_a_saga_is_no_state_machine(harness), IClassFixture<SagaOn<SqliteDatabase, Ticket>>;

    public sealed class On_PostgreSQL(SagaOn<PostgresDatabase, Ticket> harness)
        : When_a_saga_is_no_state_machine(harness), IClassFixture<SagaOn<PostgresDatabase, Ticket>>;
}
