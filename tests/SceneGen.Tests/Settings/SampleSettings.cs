using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SceneGen.Settings;

namespace SceneGen.Tests.Settings;

internal static class SampleSettings
{
    public static SampleOptions Read(params Dictionary<string, string?>[] sources)
    {
        using var provider = Provide(sources);
        return provider.GetRequiredService<IOptions<SampleOptions>>().Value;
    }

    public static string[] Refusals(string key, string? value)
    {
        using var provider = Provide(new Dictionary<string, string?> { [key] = value });
        return Refusals(provider);
    }

    public static string[] Refusals(IServiceProvider provider)
    {
        var start = provider.GetRequiredService<IStartupValidator>();
        return [.. Assert.Throws<OptionsValidationException>(start.Validate).Failures];
    }

    public static ServiceProvider Provide(params Dictionary<string, string?>[] sources)
    {
        var configuration = new ConfigurationBuilder();
        foreach (var source in sources)
        {
            configuration.AddInMemoryCollection(source);
        }

        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration.Build())
            .AddSettings<SampleOptions>("Sample")
            .BuildServiceProvider();
    }
}
