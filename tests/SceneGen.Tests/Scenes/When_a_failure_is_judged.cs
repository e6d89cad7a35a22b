using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SceneGen.Contracts;
using SceneGen.Scenes.Compensation;
using SceneGen.Scenes.Options;

namespace SceneGen.Tests.Scenes;

public sealed class When_a_failure_is_judged
{
    private const string AnyCode = SceneFailureCodes.ProviderFailed;

    [Theory]
    [InlineData(SceneFault.Avatar, AvatarRollback.Requested)]
    [InlineData(SceneFault.Theme, AvatarRollback.None)]
    [InlineData(SceneFault.Provider, AvatarRollback.Requested)]
    [InlineData(SceneFault.Operator, AvatarRollback.None)]
    public void the_avatar_goes_unless_others_are_to_blame(SceneFault fault, AvatarRollback rollback)
        => Assert.Equal(rollback, Policy().Decide(AnyCode, fault));

    [Fact]
    public void every_fault_has_a_rule()
        => Assert.All(Enum.GetValues<SceneFault>(), fault => Policy().Decide(AnyCode, fault));

    [Fact]
    public void a_fault_nobody_knows_has_none()
        => Assert.Throws<ArgumentOutOfRangeException>(() => Policy().Decide(AnyCode, (SceneFault)99));

    [Theory]
    [InlineData(SceneFailureCodes.DeadlineExceeded, SceneFault.Provider, AvatarRollback.None)]
    [InlineData(SceneFailureCodes.ProviderFailed, SceneFault.Provider, AvatarRollback.Requested)]
    [InlineData(SceneFailureCodes.PromptRefused, SceneFault.Theme, AvatarRollback.None)]
    [InlineData(SceneFailureCodes.ThemeUnknown, SceneFault.Theme, AvatarRollback.Requested)]
    [InlineData(SceneFailureCodes.AvatarFlagged, SceneFault.Avatar, AvatarRollback.None)]
    public void the_settings_speak_first_of_the_code_and_then_of_the_fault(
        string code, SceneFault fault, AvatarRollback rollback)
        => Assert.Equal(
            rollback,
            Policy("avatar=keep", "theme=rollback", "prompt_refused=keep", "deadline_exceeded=keep").Decide(code, fault));

    [Fact]
    public void nothing_speaks_against_the_operators_word()
        => Assert.Equal(
            AvatarRollback.Requested,
            Policy("operator_rollback=keep", "operator=keep").Decide(SceneFailureCodes.OperatorRollback, SceneFault.Operator));

    [Theory]
    [InlineData("provider")]
    [InlineData("provider=maybe")]
    [InlineData("no_such_code=keep")]
    [InlineData("=keep")]
    [InlineData("theme=keep=keep")]
    public void a_rule_that_says_nothing_is_told(string rule)
    {
        var options = new CompensationOptions { Policy = ["theme=keep", rule] };

        var wrong = Assert.Single(options.Validate(new ValidationContext(options)));

        Assert.StartsWith($"'{rule}' is no rule", wrong.ErrorMessage, StringComparison.Ordinal);
    }

    private static RollbackPolicy Policy(params string[] rules)
        => new(Options.Create(new CompensationOptions { Policy = rules }));
}
