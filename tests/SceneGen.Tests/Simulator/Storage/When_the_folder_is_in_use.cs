using SceneGen.Tests.Simulator.Infrastructure;

namespace SceneGen.Tests.Simulator.Storage;

public sealed class When_the_folder_is_in_use
{
    [Fact]
    public async Task a_second_simulator_does_not_start()
    {
        await using var first = await SimulatorHost.StartAsync();

        var error = await Assert.ThrowsAsync<IOException>(
            () => SimulatorHost.StartAsync(configure: options => options.Path = first.Folder.Root));

        Assert.StartsWith($"Simulator:Path is '{first.Folder.Root}'", error.Message, StringComparison.Ordinal);
    }
}
