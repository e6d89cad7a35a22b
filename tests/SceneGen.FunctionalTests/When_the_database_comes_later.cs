using Npgsql;
using SceneGen.FunctionalTests.Drivers;

namespace SceneGen.FunctionalTests;

public sealed class When_the_database_comes_later : IAsyncDisposable
{
    private readonly Database _database = new(Servers.Common().Postgres, $"test_{Guid.NewGuid():N}");

    [Fact]
    public async Task the_service_says_what_it_waits_for_and_starts_by_itself()
    {
        var port = FreePort.Find();
        await using var service = On(port);
        service.Begin();
        await Eventually.IsTrueAsync(
            () => Task.FromResult(service.Output.Contains("waits for its database", StringComparison.Ordinal)), "it says so");

        await using var database = TcpRelay.Start(port, new NpgsqlConnectionStringBuilder(_database.ConnectionString).Port);
        await service.BecomesReadyAsync();

        Assert.DoesNotContain("hidden", service.Output, StringComparison.Ordinal);
        Assert.Equal(0, await service.TerminateAsync());
    }

    [Fact]
    public async Task a_service_that_waits_stops_when_it_is_told_to()
    {
        await using var service = On(1);
        service.Begin();
        await Eventually.IsTrueAsync(
            () => Task.FromResult(service.Output.Contains("waits for its database", StringComparison.Ordinal)), "it says so");

        Assert.Equal(0, await service.TerminateAsync());
    }

    public async ValueTask DisposeAsync() => await _database.DropAsync();

    private SceneGenProcess On(int port) => new(
        "SceneGen.Simulator.dll",
        ("ConnectionStrings__Database", $"{_database.ConnectionString};Port={port};Password=hidden"));
}
