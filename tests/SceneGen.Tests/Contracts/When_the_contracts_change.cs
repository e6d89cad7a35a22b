using System.Reflection;
using System.Runtime.CompilerServices;
using SceneGen.Contracts;
using SceneGen.Tests.Conventions;

namespace SceneGen.Tests.Contracts;

/// <summary>
/// Other programs are built against them: what was there stays as it was. With SCENEGEN_APPROVE=1 what is there now is what
/// was there from then on.
/// </summary>
public sealed class When_the_contracts_change
{
    private static readonly string Approved = Repository.PathOf("tests/SceneGen.Tests/Contracts/Approved/contracts.txt");

    [Fact]
    public async Task nothing_is_taken_away()
    {
        var lines = typeof(AvatarGenerated).Assembly.GetExportedTypes()
            .SelectMany(LinesOf)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (Environment.GetEnvironmentVariable("SCENEGEN_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(Approved, string.Join('\n', [.. lines, ""]), TestContext.Current.CancellationToken);
        }

        var approved = await File.ReadAllLinesAsync(Approved, TestContext.Current.CancellationToken);
        Assert.NotEmpty(approved);
        Assert.Empty(approved.Except(lines));
    }

    [Fact]
    public async Task nothing_more_is_asked_of_who_sends()
    {
        var approved = await File.ReadAllLinesAsync(Approved, TestContext.Current.CancellationToken);
        var asked = ContractSchema.Messages.SelectMany(LinesOf).Where(line => line.EndsWith(" required", StringComparison.Ordinal));

        Assert.Empty(asked.Except(approved));
    }

    private static IEnumerable<string> LinesOf(Type type)
    {
        yield return type.Name;
        var flags = BindingFlags.Public | BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance;
        foreach (var property in type.GetProperties(flags))
        {
            var need = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required" : "optional";
            yield return $"{type.Name}.{property.Name}: {property.PropertyType} {need}";
        }

        foreach (var field in type.GetFields(flags).Where(field => field.IsLiteral))
        {
            yield return $"{type.Name}.{field.Name} = {field.GetRawConstantValue()}";
        }
    }
}
