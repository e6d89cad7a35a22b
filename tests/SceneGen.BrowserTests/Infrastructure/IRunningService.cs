namespace SceneGen.BrowserTests.Infrastructure;

/// <summary>The service with its page and the world around it, in however many processes that is.</summary>
public interface IRunningService
{
    /// <summary>Where browsers find it.</summary>
    string Url { get; }

    /// <summary>Whoever uses it at the same address as the browsers.</summary>
    SceneClient Scenes { get; }

    WorldClient World { get; }

    Task<Painter> HoldPainterAsync();

    /// <summary>No instance of it is left.</summary>
    Task KillAsync();

    Task StartAgainAsync();
}
