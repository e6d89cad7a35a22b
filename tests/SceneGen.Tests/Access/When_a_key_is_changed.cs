using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Access.Keys;
using SceneGen.Data;
using SceneGen.Tests.Callbacks;
using SceneGen.Tests.Databases;

namespace SceneGen.Tests.Access;

public sealed class When_a_key_is_changed : IAsyncDisposable
{
    private readonly SqliteDatabase _database = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task two_of_a_name_are_valid_at_a_time()
    {
        Assert.Equal(0, await RunAsync("add", "application", "--scopes", "scenes"));
        Assert.Equal(0, await RunAsync("add", "application", "--scopes", "scenes"));
        Assert.NotEqual(0, await RunAsync("add", "application", "--scopes", "scenes"));
        Assert.Equal(0, await RunAsync("add", "other", "--scopes", "ops"));

        Assert.Equal(["application", "application", "other"], (await ValidAsync()).Select(key => key.Name));
    }

    [Fact]
    public async Task the_old_one_goes_and_the_new_one_stays()
    {
        await RunAsync("add", "application", "--scopes", "scenes");
        var old = Assert.Single(await ValidAsync());
        await RunAsync("add", "application", "--scopes", "scenes");

        Assert.Equal(0, await RunAsync("revoke", "application", "--old"));
        Assert.NotEqual(old.Sha256, Assert.Single(await ValidAsync()).Sha256);
        Assert.NotEqual(0, await RunAsync("revoke", "application", "--Logs:Format=text", "--old"));
        Assert.Single(await ValidAsync());
    }

    [Fact]
    public async Task without_more_words_all_of_the_name_go()
    {
        await RunAsync("add", "application", "--scopes", "scenes");
        await RunAsync("add", "application", "--scopes", "scenes");

        Assert.Equal(0, await RunAsync("revoke", "application"));

        Assert.Empty(await ValidAsync());
        Assert.Equal(0, await RunAsync("add", "application", "--scopes", "scenes"));
    }

    [Fact]
    public async Task one_of_the_configuration_counts()
    {
        string[] configured =
        [
            "--Auth:Keys:0:Name=application", $"--Auth:Keys:0:Sha256={KeySecret.HashOf("sg_one")}", "--Auth:Keys:0:Scopes=scenes",
        ];

        Assert.Equal(0, await RunAsync(["add", "application", "--scopes", "scenes", .. configured]));
        Assert.NotEqual(0, await RunAsync(["add", "application", "--scopes", "scenes", .. configured]));
    }

    [Theory]
    [InlineData("application", 0)]
    [InlineData("Application", 1)]
    [InlineData("application", 1, "--Callbacks:Secret=")]
    public async Task what_signs_its_callbacks_is_told_of_a_key_that_there_is(string name, int exitCode, params string[] more)
    {
        await RunAsync("add", "application", "--scopes", "scenes");

        Assert.Equal(
            exitCode,
            await RunAsync(["callback-secret", name, $"--Callbacks:Secret={CallbackReceiver.Secret}", .. more]));
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private Task<int> RunAsync(params string[] words)
        => KeysCommand.RunAsync([.. words, $"--ConnectionStrings:Database={_database.ConnectionString}"]);

    private async Task<List<ApiKey>> ValidAsync()
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddData(new ConfigurationBuilder()
                .AddInMemoryCollection([new("ConnectionStrings:Database", _database.ConnectionString)])
                .Build())
            .BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SceneDbContext>().ApiKeys.AsNoTracking()
            .Where(key => key.RevokedAt == null)
            .OrderBy(key => key.AddedAt)
            .ToListAsync(Stop);
    }
}
