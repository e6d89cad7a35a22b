using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SceneGen.Data;

namespace SceneGen.Tests.Data;

public sealed class When_the_connection_string_is_wrong
{
    [Theory]
    [InlineData("Server=10.0.0.1;Password=hidden")]
    [InlineData("Host=10.0.0.1;Password=hi;hidden=1")]
    [InlineData("Data Source=a.db;hidden=1")]
    [InlineData("hidden")]
    public void one_sentence_says_how_to_write_it_and_shows_nothing_of_it(string connection)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:Database", connection)])
            .Build();

        var error = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddData(configuration));

        Assert.StartsWith("ConnectionStrings:Database names neither", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", error.Message, StringComparison.Ordinal);
    }
}
