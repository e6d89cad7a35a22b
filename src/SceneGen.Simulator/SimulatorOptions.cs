namespace SceneGen.Simulator;

/// <summary>How the simulated outside world behaves (section <c>Simulator</c>).</summary>
public sealed class SimulatorOptions
{
    public const string Section = "Simulator";

    /// <summary>The one token the simulated provider accepts. Default <c>r8_simulator</c>.</summary>
    public string ApiToken { get; set; } = "r8_simulator";

    /// <summary>How long a prediction stays <c>starting</c>. Default 500 ms; 0 or more.</summary>
    public TimeSpan StartingTime { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>From creation until a prediction ends, if painting is done by then. Default 3 s; 0 or more.</summary>
    public TimeSpan GenerationTime { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a finished prediction's input and output are kept. Default 1 h; above 0.</summary>
    public TimeSpan OutputLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Base of the simulator's own URLs, such as <c>http://127.0.0.1:5080</c>. Default none: the address each
    /// request came to.
    /// </summary>
    public string? PublicUrl { get; set; }

    internal string UrlBase(HttpRequest request)
    {
        return string.IsNullOrEmpty(PublicUrl)
            ? $"{request.Scheme}://{request.Host}"
            : PublicUrl.TrimEnd('/');
    }
}
