using SceneGen.Generation.Messages;
using SceneGen.Scenes.Failures;
using SceneGen.Scenes.Messages;
using SceneGen.Tests.Builders;
using SceneGen.Tests.Infrastructure;

namespace SceneGen.Tests.Scenes;

public sealed class When_a_caller_creates_a_scene(SceneHarness harness) : IClassFixture<SceneHarness>
{
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task it_is_in_the_database_when_the_call_returns()
    {
        var command = Command();

        await harness.Intake.TakeAsync(command, _stop);

        Assert.Equal("Submitting", (await harness.FindAsync(command.SceneId))?.CurrentState);
    }

    [Fact]
    public async Task its_seed_goes_to_the_provider()
    {
        var command = Command() with { Seed = 42 };

        await harness.Intake.TakeAsync(command, _stop);

        Assert.Equal(42, (await harness.SendsAsync<GenerateScene>(sent => sent.SceneId == command.SceneId)).Seed);
    }

    [Fact]
    public async Task a_second_one_of_the_same_id_is_refused_and_changes_nothing()
    {
        var command = Command();
        await harness.Intake.TakeAsync(command, _stop);

        await Assert.ThrowsAsync<SceneExistsException>(() => harness.Intake.TakeAsync(
            command with { Avatar = command.Avatar with { SessionId = "somebody-else" } }, _stop));

        Assert.Equal("session-1", (await harness.FindAsync(command.SceneId))!.SessionId);
    }

    [Fact]
    public async Task of_two_at_once_with_the_same_id_one_is_refused()
    {
        var command = Command();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => TryAsync(command)));

        Assert.Equal([false, true], outcomes.Order());
    }

    private static CreateScene Command()
    {
        var scene = Guid.NewGuid();
        return new CreateScene { SceneId = scene, Avatar = A.Avatar(scene) };
    }

    private async Task<bool> TryAsync(CreateScene command)
    {
        try
        {
            await harness.Intake.TakeAsync(command, _stop);
            return true;
        }
        catch (SceneExistsException)
        {
            return false;
        }
    }
}
