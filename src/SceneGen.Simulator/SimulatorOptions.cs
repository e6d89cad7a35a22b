using System.ComponentModel.DataAnnotations;
using SceneGen.Settings;
using SceneGen.Simulator.Painting;

namespace SceneGen.Simulator;

/// <summary>How the simulated outside world behaves (section <c>Simulator</c>).</summary>
public sealed class SimulatorOptions
{
    public const string Section = "Simulator";

    /// <summary>The one token the simulated provider accepts. Default <c>r8_simulator</c>.</summary>
    [Required]
    public string ApiToken { get; set; } = "r8_simulator";

    /// <summary>
    /// Folder of all that the simulated world remembers from one start to the next, for one simulator alone; relative
    /// to the working directory unless absolute; made if missing. Default <c>data/simulator</c>.
    /// </summary>
    [Required]
    public string Path { get; set; } = "data/simulator";

    /// <summary>How long a prediction stays <c>starting</c>. Default 500 ms; 0 to 1 day.</summary>
    [DurationRange("0s", "1d")]
    public TimeSpan StartingTime { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>From creation until a prediction ends, if painting is done by then. Default 3 s; 0 to 1 day.</summary>
    [DurationRange("0s", "1d")]
    public TimeSpan GenerationTime { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a finished prediction's input and output are kept. Default 1 h; 1 ms to 365 days.</summary>
    [DurationRange("1ms", "365d")]
    public TimeSpan OutputLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// <c>full</c> paints every prediction's scene; <c>plain</c> answers with one flat picture for each size and
    /// format, for load runs. Default <c>full</c>.
    /// </summary>
    public PaintingMode Painting { get; set; } = PaintingMode.Full;

    /// <summary>
    /// Base of the simulator's own URLs, such as <c>http://127.0.0.1:5080</c>. Default none: the address each
    /// request came to.
    /// </summary>
    [RegularExpression("https?://.+", ErrorMessage = "write an address such as http://127.0.0.1:5080")]
    public string? PublicUrl { get; set; }

    /// <summary>What webhooks are signed with. Default: 24 bytes that are the same at every start.</summary>
    [RegularExpression("whsec_[A-Za-z0-9+/]+={0,2}", ErrorMessage = "write whsec_ and the key in base64")]
    public string WebhookSecret { get; set; } = "whsec_c2ltdWxhdG9yLXdlYmhvb2stc2VjcmV0";

    /// <summary>
    /// What requests to roll an avatar back are signed with that come by HTTP, to <c>/simulator/avatars/rollbacks</c>.
    /// Default: 23 bytes that are the same at every start.
    /// </summary>
    [RegularExpression("whsec_[A-Za-z0-9+/]+={0,2}", ErrorMessage = "write whsec_ and the key in base64")]
    public string CallbackSecret { get; set; } = "whsec_c2ltdWxhdG9yLWF2YXRhci1zZWNyZXQ=";

    /// <summary>
    /// Where the scene service is that such requests are answered to, and avatars announced to where there is no bus,
    /// such as <c>http://127.0.0.1:5080</c>. Default none: in this very process.
    /// </summary>
    [RegularExpression("https?://.+", ErrorMessage = "write an address such as http://127.0.0.1:5080")]
    public string? ServiceUrl { get; set; }

    /// <summary>
    /// The API key, of scope <c>scenes</c>, that avatars are announced with and such requests answered with. Default
    /// none: the scene service has no keys.
    /// </summary>
    public string ServiceKey { get; set; } = "";

    /// <summary>
    /// Creations in any minute; those above are answered 429. The real provider allows 600. Default 0: no limit; to
    /// 1,000,000.
    /// </summary>
    [Range(0, 1_000_000)]
    public int CreatesPerMinute { get; set; }

    /// <summary>
    /// Other calls in any minute; those above are answered 429. The real provider allows 3000. Default 0: no limit;
    /// to 1,000,000.
    /// </summary>
    [Range(0, 1_000_000)]
    public int ReadsPerMinute { get; set; }

    /// <summary>
    /// Faults that are switched on from the start, in words such as
    /// <c>create reset-after probability=0.2 seed=7 count=3</c>. Default none.
    /// </summary>
    public IReadOnlyList<string> Faults { get; set; } = [];

    /// <summary>
    /// File to write every call of the provider's API to, a line of JSON each with request and answer, without their
    /// headers; made anew at each start. Default none.
    /// </summary>
    public string Recording { get; set; } = "";

    internal string ServiceBase(HttpRequest request)
    {
        return string.IsNullOrEmpty(ServiceUrl) ? UrlBase(request) : ServiceUrl.TrimEnd('/');
    }

    internal string UrlBase(HttpRequest request)
    {
        return string.IsNullOrEmpty(PublicUrl)
            ? $"{request.Scheme}://{request.Host}"
            : PublicUrl.TrimEnd('/');
    }
}
