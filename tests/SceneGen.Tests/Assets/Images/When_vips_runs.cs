using SceneGen.Assets.Images;

namespace SceneGen.Tests.Assets.Images;

public sealed class When_vips_runs : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly VipsCommand _shell = new(TimeProvider.System) { Program = "/bin/sh" };

    [Fact]
    public async Task it_sees_none_of_the_services_environment()
    {
        Environment.SetEnvironmentVariable("SCENEGEN_TEST_SECRET", "secret");

        var names = (await OutputOfAsync("env")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=')[0]);

        // PWD is the shell's own.
        Assert.Equal(
            ["MALLOC_ARENA_MAX", "PATH", "TMPDIR", "VIPSHOME", "VIPS_BLOCK_UNTRUSTED", "VIPS_CONCURRENCY"],
            names.Except(["PWD", "OLDPWD", "SHLVL", "_"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task its_memory_and_processor_time_are_limited()
    {
        Assert.Equal("1572864\n20\n25\n", await OutputOfAsync("ulimit -v; ulimit -S -t; ulimit -H -t"));
    }

    [Fact]
    public async Task arguments_reach_it_as_they_are()
    {
        const string argument = "a b; $(touch x) 'c' \"d\" *";

        await RunAsync("printf %s \"$2\" > \"$1\"", argument);

        Assert.Equal(argument, await ReadOutputAsync());
    }

    [Fact]
    public async Task its_first_line_after_the_warnings_is_the_reason()
    {
        const string script = "echo '(vips:1): VIPS-WARNING **: bad tile'; echo; echo 'png: \"/a b/c.png\" is odd';"
            + " echo more; exit 1";

        var failure = await Assert.ThrowsAsync<ImageException>(() => RunAsync($"({script}) >&2"));

        Assert.Equal("vips could not make the picture: png: the file is odd.", failure.Message);
    }

    [Fact]
    public async Task a_flood_of_warnings_neither_blocks_it_nor_hides_the_reason()
    {
        const string script = "i=0; while [ $i -lt 20000 ]; do echo \"-WARNING ** $i\"; i=$((i+1)); done;"
            + " echo bad; exit 1";

        var failure = await Assert.ThrowsAsync<ImageException>(() => RunAsync($"({script}) >&2"));

        Assert.Equal("vips could not make the picture: bad.", failure.Message);
    }

    [Fact]
    public async Task a_silent_death_is_told_by_its_exit_code()
    {
        var failure = await Assert.ThrowsAsync<ImageException>(() => RunAsync("kill -11 $$"));

        Assert.Equal("vips could not make the picture: it ended with exit code 139.", failure.Message);
    }

    [Fact]
    public async Task that_somebody_kills_it_is_not_the_pictures_fault()
    {
        await Assert.ThrowsAsync<PictureToolException>(() => RunAsync("kill -9 $$"));
    }

    [Fact]
    public async Task that_it_uses_up_its_processor_time_is_the_pictures_fault()
    {
        var failure = await Assert.ThrowsAsync<ImageException>(() => RunAsync("kill -XCPU $$"));

        Assert.Equal("The picture takes more work than a picture may.", failure.Message);
    }

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    private async Task<string> OutputOfAsync(string command)
    {
        await RunAsync($"({command}) > \"$1\"");
        return await ReadOutputAsync();
    }

    private Task<string> ReadOutputAsync() =>
        File.ReadAllTextAsync(_folder["output"], TestContext.Current.CancellationToken);

    private Task RunAsync(string script, params string[] more) =>
        _shell.RunAsync(["-c", script, "sh", _folder["output"], .. more], TestContext.Current.CancellationToken);
}
