using System.Reflection;
using MassTransit;
using SceneGen.Contracts;
using SceneGen.Scenes;
using SceneGen.Tests.Conventions;

namespace SceneGen.Tests.Docs;

public sealed class When_the_flow_is_documented
{
    private readonly FlowDocument _flow = new();

    [Fact]
    public void the_diagram_names_the_states_of_the_machine()
    {
        var states = typeof(SceneStateMachine)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.PropertyType == typeof(State))
            .Select(property => property.Name);

        Assert.Equal(states.Order(), _flow.States.Order());
    }

    [Fact]
    public void the_table_has_one_row_for_each_message()
        => Assert.Equal(PublicMessages().Concat(InternalMessages()).Order(), _flow.Messages.Select(row => row.Message).Order());

    [Fact]
    public void each_message_is_in_the_folder_the_table_names()
        => Assert.All(
            _flow.Messages,
            row => Assert.True(File.Exists(Repository.PathOf($"src/{row.Folder}/{row.Message}.cs")), row.Message));

    private static IEnumerable<string> PublicMessages() =>
        WithoutParts(typeof(AvatarGenerated).Assembly.GetExportedTypes()
            .Where(type => type.GetMethod("<Clone>$") is not null));

    private static IEnumerable<string> InternalMessages() =>
        WithoutParts(typeof(SceneGenApp).Assembly.GetTypes()
            .Where(type => type.Namespace?.EndsWith(".Messages", StringComparison.Ordinal) == true)
            .Where(type => type is { IsClass: true, IsNested: false }));

    /// <summary>What only describes a part of a message is none itself.</summary>
    private static IEnumerable<string> WithoutParts(IEnumerable<Type> types)
    {
        var records = types.ToList();
        var parts = records.SelectMany(type => type.GetProperties()).Select(property => property.PropertyType).ToHashSet();
        return records.Where(type => !parts.Contains(type)).Select(type => type.Name);
    }
}
