using System.Reflection;
using SceneGen.Contracts;
using SceneGen.Persistence;
using SceneGen.Replicate;
using SceneGen.Simulator.Avatars;

namespace SceneGen.Tests.Conventions;

public sealed class When_the_house_is_inspected
{
    private const int LongestFile = 250;
    private const int FullestFolder = 10;

    private static readonly Assembly Contracts = typeof(AvatarGenerated).Assembly;
    private static readonly Assembly Persistence = typeof(SagaRepositoryRegistration).Assembly;

    private static readonly Type[] Types =
    [
        .. new[] { Contracts, Persistence, typeof(SceneGenApp).Assembly, typeof(FakeAvatarServiceSetup).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(IsWrittenHere),
    ];

    private static readonly IReadOnlyList<string> CallsOfTheProvider =
        [.. typeof(IReplicateApi).GetMethods().Select(method => method.Name)];

    [Fact]
    public void what_is_said_in_public_is_a_sealed_record_in_one_namespace()
        => ExpectNone(Contracts.GetExportedTypes()
            .Where(type => type.IsClass && !IsStatic(type))
            .Where(type => !IsRecord(type)
                || !type.IsSealed
                || type.BaseType != typeof(object)
                || type.Namespace != "SceneGen.Contracts")
            .Select(type => type.FullName!));

    [Fact]
    public void the_contracts_reference_nothing_but_the_platform()
        => ExpectNone(ReferencesOf(Contracts).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)));

    [Fact]
    public void the_persistence_knows_no_scene()
        => ExpectNone(ReferencesOf(Persistence).Where(name => name.StartsWith("SceneGen", StringComparison.Ordinal)));

    [Fact]
    public void no_file_is_long()
        => ExpectNone(Repository.SourceFiles()
            .Select(file => (Name: file, Lines: File.ReadLines(Repository.PathOf(file)).Count()))
            .Where(file => file.Lines > LongestFile)
            .Select(file => $"{file.Name}: {file.Lines} lines"));

    [Fact]
    public void no_folder_is_full()
        => ExpectNone(Repository.SourceFiles()
            .CountBy(file => Path.GetDirectoryName(file)!)

            // The vocabulary is one flat list: its namespace is the name on the wire.
            .Where(folder => folder.Key != "src/SceneGen.Contracts")

            // A history only grows.
            .Where(folder => Path.GetDirectoryName(folder.Key) != "src/SceneGen/Data/Migrations")
            .Where(folder => folder.Value > FullestFolder)
            .Select(folder => $"{folder.Key}: {folder.Value} files"));

    [Fact]
    public void an_interface_has_two_implementations()
        => ExpectNone(Types
            .Where(type => type.IsInterface && type != typeof(IReplicateApi))

            // Implemented once, by a generic class that is another one for each message.
            .Where(type => type.Name != "IOutboxUnitContext")
            .Where(role => Types.Count(type => type.IsClass && type.IsAssignableTo(role)) < 2)
            .Select(role => role.FullName!));

    [Fact]
    public void a_class_is_sealed_static_or_abstract()
        => ExpectNone(Types
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
            .Select(type => type.FullName!));

    /// <summary>Within the budget, and through open gates. A webhook's secret is fetched by the folder of the calls itself.</summary>
    [Fact]
    public void the_provider_is_called_by_permit_only()
        => ExpectNone(Repository.SourceFiles()
            .Where(file => file.StartsWith("src/SceneGen/", StringComparison.Ordinal)
                && !file.StartsWith("src/SceneGen/Replicate/", StringComparison.Ordinal))
            .SelectMany(file => File.ReadAllText(Repository.PathOf(file))
                .Split("\n\n")
                .Where(lines => CallsOfTheProvider.Any(call => lines.Contains($".{call}(", StringComparison.Ordinal))
                    && !lines.Contains("UseAsync(", StringComparison.Ordinal))
                .Select(lines => $"{file}: {lines.Trim()}")));

    private static void ExpectNone(IEnumerable<string> offenders)
    {
        var all = string.Join(Environment.NewLine, offenders);
        Assert.True(all.Length == 0, $"These break the rule:{Environment.NewLine}{all}");
    }

    private static bool IsWrittenHere(Type type)
        => type.Namespace?.StartsWith("SceneGen", StringComparison.Ordinal) == true && !type.Name.Contains('<');

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static IEnumerable<string> ReferencesOf(Assembly assembly)
        => assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}
