using System.Text.Json;
using Npgsql;
using SceneGen.FunctionalTests.Infrastructure;

namespace SceneGen.FunctionalTests;

public sealed class When_a_message_is_parked(EmbeddedOnPostgres run) : IClassFixture<EmbeddedOnPostgres>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task the_operator_sees_why_and_has_it_delivered_again()
    {
        var id = await InsertPoisonAsync();

        var parked = await ParkedAsync(id);
        Assert.Equal("nowhere at all", parked.GetProperty("destination").GetString());
        Assert.NotEmpty(parked.GetProperty("reason").GetString()!);

        await ExecuteAsync($"""UPDATE outbox SET "Destination" = 'loopback://localhost/mended' WHERE "Id" = {id} RETURNING "Id" """);
        var answer = await run.Scenes.PostAsync("/api/ops/parked/replay", new { ids = new[] { id }, reason = "it is mended" });

        Assert.Equal((200, 1), (answer.Status, answer.Body.GetProperty("replayed").GetInt32()));
        while ((long)await ExecuteAsync("SELECT count(*) FROM outbox") > 0)
        {
            await Task.Delay(50, Stop);
        }
    }

    [Fact]
    public async Task a_replay_of_nothing_is_refused_with_the_field_named()
    {
        var answer = await run.Scenes.PostTextAsync("/api/ops/parked/replay", "{}");

        Assert.Equal(400, answer.Status);
        Assert.True(answer.Body.GetProperty("errors").TryGetProperty("ids", out _));
    }

    private async Task<JsonElement> ParkedAsync(long id)
    {
        while (true)
        {
            var answer = await run.Scenes.GetAsync("/api/ops/parked");
            if (answer.Body.GetProperty("items").EnumerateArray().Any(item => item.GetProperty("id").GetInt64() == id))
            {
                return answer.Body.GetProperty("items").EnumerateArray().Single();
            }

            await Task.Delay(50, Stop);
        }
    }

    private async Task<long> InsertPoisonAsync()
        => (long)await ExecuteAsync("""
            INSERT INTO outbox ("VisibleAt", "MessageId", "Destination", "ContentType", "MessageTypes", "Body", "Envelope",
                "StaysUntilConsumed", "Deliveries")
            VALUES (now(), gen_random_uuid(), 'nowhere at all', 'application/vnd.masstransit+json', 'urn:message:Poison:Pill',
                '{"message":{}}', '{}', false, 9)
            RETURNING "Id"
            """);

    private async Task<object> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(run.Database);
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync(Stop))!;
    }
}
