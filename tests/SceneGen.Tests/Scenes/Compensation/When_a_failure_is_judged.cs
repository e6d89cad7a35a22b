using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;
using SceneGen.Contracts;
using SceneGen.Generation.Failures;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Options;

namespace SceneGen.Tests.Scenes.Compensation;

public sealed class When_a_failure_is_judged
{
    public static TheoryData<string, SceneFault, AvatarRollback> Table
        => [.. RollbackTable.Rows.Select(row => (row.Code, row.Fault, row.Then))];

    public static TheoryData<string, SceneFault, AvatarRollback> LinesOfTheService
        => [.. RollbackTable.Rows
            .Where(row => row.Code != SceneFailureCodes.OperatorRollback)
            .Select(row => (row.Code, row.Fault, row.Then))];

    [Theory]
    [MemberData(nameof(Table))]
    public void the_avatar_goes_or_stays_as_the_table_says(string code, SceneFault fault, AvatarRollback then)
        => Assert.Equal(then, Policy().Decide(code, fault));

    [Fact]
    public void every_code_there_is_has_its_line()
        => Assert.Equal(
            typeof(SceneFailureCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => (string)field.GetRawConstantValue()!)
                .Order(),
            RollbackTable.Rows.Select(row => row.Code).Distinct().Order());

    [Fact]
    public void every_fault_there_is_has_its_line()
        => Assert.Equal(
            Enum.GetValues<SceneFault>().Order(), RollbackTable.Rows.Select(row => row.Fault).Distinct().Order());

    [Fact]
    public void every_failure_of_a_prediction_has_its_line()
        => Assert.All(
            FailureTaxonomy.Rules,
            rule => Assert.Contains(RollbackTable.Rows, row => (row.Code, row.Fault) == (rule.Code, rule.Fault)));

    [Fact]
    public void a_fault_nobody_knows_has_none()
        => Assert.Throws<ArgumentOutOfRangeException>(
            () => Policy().Decide(SceneFailureCodes.ProviderFailed, (SceneFault)99));

    [Theory]
    [MemberData(nameof(LinesOfTheService))]
    public void the_settings_may_say_the_opposite_of_each_line_by_its_code(
        string code, SceneFault fault, AvatarRollback then)
        => Assert.Equal(OppositeOf(then), Policy($"{code}={WordFor(OppositeOf(then))}").Decide(code, fault));

    [Theory]
    [MemberData(nameof(LinesOfTheService))]
    public void or_by_its_fault(string code, SceneFault fault, AvatarRollback then)
        => Assert.Equal(
            OppositeOf(then),
            Policy($"{RollbackPolicy.NameOf(fault)}={WordFor(OppositeOf(then))}").Decide(code, fault));

    [Fact]
    public void no_setting_stands_above_the_operators_own_order()
        => Assert.Equal(
            AvatarRollback.Requested,
            Policy("operator_rollback=keep", "operator=keep").Decide(SceneFailureCodes.OperatorRollback, SceneFault.Operator));

    [Theory]
    [MemberData(nameof(Table))]
    public void of_two_settings_that_differ_the_codes_own_counts(string code, SceneFault fault, AvatarRollback then)
        => Assert.Equal(
            then,
            Policy($"{code}={WordFor(then)}", $"{RollbackPolicy.NameOf(fault)}={WordFor(OppositeOf(then))}")
                .Decide(code, fault));

    [Theory]
    [MemberData(nameof(Table))]
    public void a_setting_for_another_code_or_fault_changes_nothing(string code, SceneFault fault, AvatarRollback then)
    {
        var other = RollbackTable.Rows.First(row => row.Code != code && row.Fault != fault);

        var policy = Policy(
            $"{other.Code}={WordFor(OppositeOf(then))}",
            $"{RollbackPolicy.NameOf(other.Fault)}={WordFor(OppositeOf(then))}");

        Assert.Equal(then, policy.Decide(code, fault));
    }

    [Theory]
    [InlineData("provider")]
    [InlineData("provider=maybe")]
    [InlineData("Provider=keep")]
    [InlineData("no_such_code=keep")]
    [InlineData("=keep")]
    [InlineData("theme=keep=keep")]
    public void a_rule_that_says_nothing_is_told(string rule)
    {
        var options = new CompensationOptions { Policy = ["theme=keep", rule] };

        var wrong = Assert.Single(options.Validate(new ValidationContext(options)));

        Assert.StartsWith($"'{rule}' is no rule", wrong.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void a_rule_for_any_line_is_taken()
    {
        var options = new CompensationOptions
        {
            Policy = [.. RollbackTable.Rows.SelectMany(row => new[]
            {
                $"{row.Code}=keep", $"{RollbackPolicy.NameOf(row.Fault)}=rollback",
            })],
        };

        Assert.Empty(options.Validate(new ValidationContext(options)));
    }

    private static AvatarRollback OppositeOf(AvatarRollback then)
        => then is AvatarRollback.None ? AvatarRollback.Requested : AvatarRollback.None;

    private static string WordFor(AvatarRollback then) => then is AvatarRollback.None ? "keep" : "rollback";

    private static RollbackPolicy Policy(params string[] rules)
        => new(Options.Create(new CompensationOptions { Policy = rules }));
}
