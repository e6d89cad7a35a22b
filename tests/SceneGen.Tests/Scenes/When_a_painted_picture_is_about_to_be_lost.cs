using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SceneGen.Data;
using SceneGen.Scenes.Outputs;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Databases;
using SceneGen.Tests.Infrastructure;
using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_a_painted_picture_is_about_to_be_lost
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task one_instance_warns_from_the_forty_fifth_minute_on()
    {
        await using var database = new SqliteDatabase();
        var (time, log) = (new ManualTime(), new LogBook());
        await using var services = Serve(database, time, log);
        var scene = A.SceneIn("Storing");
        scene.OutputExpiresAt = time.GetUtcNow() + TimeSpan.FromHours(1);
        await AddAsync(services, scene);
        var watch = services.GetRequiredService<OutputWatch>();
        await watch.StartAsync(Stop);
        time.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(0, log.Count(LogLevel.Warning));

        await Patience.UntilAsync(() =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            return Task.FromResult(log.Count(LogLevel.Warning) > 0);
        });

        Assert.Contains($"{scene.CorrelationId}", log.Lines(LogLevel.Warning), StringComparison.Ordinal);
        await watch.StopAsync(Stop);
    }

    private static ServiceProvider Serve(SqliteDatabase database, TimeProvider time, LogBook log)
        => new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddSingleton(time)
            .AddData(new ConfigurationBuilder()
                .AddInMemoryCollection([new("ConnectionStrings:Database", database.ConnectionString)])
                .Build())
            .AddScoped<UnstoredOutputs>()
            .AddSingleton<OutputWatch>()
            .BuildServiceProvider(validateScopes: true);

    private static async Task AddAsync(ServiceProvider services, object row)
    {
        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SceneDbContext>();
        await database.Database.EnsureCreatedAsync(Stop);
        database.Add(row);
        await database.SaveChangesAsync(Stop);
    }
}
