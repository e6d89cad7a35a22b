namespace SceneGen.FunctionalTests.Infrastructure;

/// <summary>An embedded run with settings of one test's own.</summary>
public sealed class EmbeddedWith : Embedded
{
    private EmbeddedWith(params (string Name, string Value)[] settings)
        : base(settings)
    {
    }

    public static async Task<EmbeddedWith> StartAsync(params (string Name, string Value)[] settings)
    {
        var run = new EmbeddedWith(settings);
        try
        {
            await run.InitializeAsync();
            return run;
        }
        catch
        {
            // Nobody else will stop what did not become ready.
            await run.DisposeAsync();
            throw;
        }
    }
}
