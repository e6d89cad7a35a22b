using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SceneGen.Contracts;
using SceneGen.Messaging.Doors;
using SceneGen.Tests.Conformance;
using SceneGen.Tests.Conventions;

namespace SceneGen.Tests.Contracts;

/// <summary>With SCENEGEN_APPROVE=1 the documents are written instead of read.</summary>
public sealed class When_the_messages_are_documented
{
    private const string Document = "docs/messages.md";

    private const string Begins = """
        # Messages

        What SceneGen takes in and sends out over the bus: sealed records of `SceneGen.Contracts`, JSON in camelCase, enums as words,
        times in UTC. Exchanges carry MassTransit's default names, such as `SceneGen.Contracts:SceneReady`; who does not use
        MassTransit sends plain JSON to those exchanges. What is sent out may have fields more than these one day. The life of a
        scene, and who sends what when, is in [flow.md](flow.md); how the same is posted by HTTP in [callbacks.md](callbacks.md).

        """;

    private static readonly bool Approves = Environment.GetEnvironmentVariable("SCENEGEN_APPROVE") == "1";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Type[] Incoming =
        [typeof(AvatarGenerated), typeof(ThemeSelected), typeof(SceneCancelRequested), typeof(AvatarRolledBack), typeof(AvatarRollbackRefused)];

    public static TheoryData<string> Names => [.. ContractSchema.Messages.Select(message => message.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void each_has_its_schema(string name)
        => ExpectFile($"docs/messages/{name}.schema.json", ContractSchema.Of(TypeOf(name)).ToJsonString(Indented) + "\n");

    [Fact]
    public void each_is_told_of()
        => ExpectFile(Document, Begins.ReplaceLineEndings("\n") + string.Concat(ContractSchema.Messages.Select(SectionOf)));

    [Theory]
    [MemberData(nameof(Names))]
    public void what_is_really_written_is_as_its_schema_says(string name)
    {
        var type = TypeOf(name);
        foreach (var isWhole in new[] { true, false })
        {
            var written = ContractSample.Written(ContractSample.Read(ContractSample.Of(type, isWhole), type));

            Assert.Empty(FaultsOf(type, written));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void what_lacks_a_field_is_neither_read_nor_as_its_schema_says(string name)
    {
        var type = TypeOf(name);
        foreach (var field in ContractSample.Of(type, isWhole: false).Select(member => member.Key))
        {
            var sample = ContractSample.Of(type);
            sample.Remove(field);

            Assert.NotEmpty(FaultsOf(type, sample));
            Assert.Throws<JsonException>(() => ContractSample.Read(sample, type));
        }
    }

    [Fact]
    public void the_doors_keep_the_limits_of_the_schemas()
    {
        var limits = Incoming.SelectMany(type => type.GetProperties()
            .Where(property => property.PropertyType == typeof(string) && ContractSchema.LongestOf(property) is not null)
            .Select(property => (Type: type, Field: ContractSchema.NameOf(property), Longest: ContractSchema.LongestOf(property)!.Value)));
        foreach (var (type, field, longest) in limits)
        {
            foreach (var (length, fits) in new[] { (longest, true), (longest + 1, false) })
            {
                var sample = ContractSample.Of(type);
                sample[field] = new string('x', length);

                Assert.Equal(fits, !FaultsOf(type, sample).Any());
                Assert.Equal(fits, DoorRules.Fault(ContractSample.Read(sample, type)) is null);
            }
        }
    }

    private static Type TypeOf(string name) => ContractSchema.Messages.Single(message => message.Name == name);

    private static IEnumerable<string> FaultsOf(Type message, JsonNode value)
        => new Schema([]).Faults(ContractSchema.Of(message), value);

    private static void ExpectFile(string path, string text)
    {
        var file = Repository.PathOf(path);
        if (Approves)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.Equal(File.ReadAllText(file), text);
    }

    private static string SectionOf(Type message)
    {
        var section = new StringBuilder();
        section.Append(CultureInfo.InvariantCulture, $"\n## {message.Name}\n\n{ContractWords.Of(message)}\n\n");
        section.Append("| field | | |\n|---|---|---|\n");
        foreach (var property in message.GetProperties())
        {
            var need = ContractSchema.IsRequired(property) ? "required" : "optional";
            section.Append(
                CultureInfo.InvariantCulture,
                $"| `{ContractSchema.NameOf(property)}` | {need} | {ContractWords.Of(property)} |\n");
        }

        section.Append(
            CultureInfo.InvariantCulture,
            $"\n```json\n{ContractSample.Of(message).ToJsonString(Indented)}\n```\n\n[JSON Schema](messages/{message.Name}.schema.json)\n");
        return section.ToString();
    }
}
