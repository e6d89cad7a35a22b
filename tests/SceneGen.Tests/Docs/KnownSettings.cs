using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SceneGen.Access.Keys;
using SceneGen.Settings;
using SceneGen.Simulator;

namespace SceneGen.Tests.Docs;

/// <summary>The settings of the service and of the simulator, from what they register.</summary>
internal static class KnownSettings
{
    public static async Task<IReadOnlyList<KnownSetting>> ReadAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddSceneGen();
        builder.Services.AddSimulator();
        var readers = builder.Services
            .Select(service => service.ServiceType)
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConfigureOptions<>))
            .ToHashSet();
        await using var app = builder.Build();
        return
        [
            .. readers.SelectMany(reader => app.Services.GetServices(reader)).OfType<object>()
                .Where(reader => reader.GetType().IsGenericType)
                .Where(reader => reader.GetType().GetGenericTypeDefinition() == typeof(ConfiguredSettings<>))
                .SelectMany(reader => In(SectionOf(reader), reader.GetType().GenericTypeArguments[0])),
            .. typeof(ConfiguredKey).GetProperties()
                .Where(property => property.GetMethod!.IsPublic)
                .Select(property => new KnownSetting($"Auth:Keys:0:{property.Name}", property, Value: null, IsRequired: true)),
        ];
    }

    private static string SectionOf(object reader)
        => ((IConfigurationSection)reader.GetType()
            .GetField("_section", BindingFlags.Instance | BindingFlags.NonPublic)!
            .GetValue(reader)!).Path;

    private static IEnumerable<KnownSetting> In(string section, Type type)
    {
        var options = Activator.CreateInstance(type)!;
        var wrong = SettingsRules.Check(section, options);
        return
            from property in type.GetProperties()
            where property.SetMethod is { IsPublic: true }
            let name = $"{section}:{property.Name}"
            select new KnownSetting(
                name,
                property,
                property.GetValue(options),
                wrong.Any(setting => setting.Sentence.StartsWith($"{name} is ", StringComparison.Ordinal)));
    }
}
