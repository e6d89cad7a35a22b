using SceneGen.Contracts;
using SceneGen.Scenes;
using SceneGen.Scenes.Failures;

namespace SceneGen.Tests.Scenes;

public sealed class When_a_failure_is_judged
{
    [Theory]
    [InlineData(SceneFault.Avatar, AvatarRollback.Requested)]
    [InlineData(SceneFault.Theme, AvatarRollback.None)]
    [InlineData(SceneFault.Provider, AvatarRollback.Requested)]
    [InlineData(SceneFault.Operator, AvatarRollback.None)]
    public void the_avatar_goes_unless_others_are_to_blame(SceneFault fault, AvatarRollback rollback)
        => Assert.Equal(rollback, new RollbackPolicy().Decide(fault));

    [Fact]
    public void every_fault_has_a_rule()
        => Assert.All(Enum.GetValues<SceneFault>(), fault => new RollbackPolicy().Decide(fault));

    [Fact]
    public void a_fault_nobody_knows_has_none()
        => Assert.Throws<ArgumentOutOfRangeException>(() => new RollbackPolicy().Decide((SceneFault)99));

    [Theory]
    [InlineData(SceneFault.Avatar, false)]
    [InlineData(SceneFault.Theme, false)]
    [InlineData(SceneFault.Provider, true)]
    [InlineData(SceneFault.Operator, true)]
    public void the_user_may_try_again_what_may_succeed_later(SceneFault fault, bool isWorthRetrying)
        => Assert.Equal(isWorthRetrying, FailureWords.IsWorthRetrying(fault));
}
