using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Contract.Services;

/// <summary>One that lets each caller have next to nothing, and signs the links of pictures.</summary>
public sealed class ScantService : ContractedService
{
    public const string Greedy = "sg_contract_greedy";
    public const string Running = "sg_contract_running";
    public const string Costly = "sg_contract_costly";

    public const string LinkKey = "the key of links in this test alone";

    public const int RequestsPerMinute = 20;

    /// <summary>The name by which scenes of <see cref="Running"/> are counted.</summary>
    public const string NameOfRunning = "running";

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        .. AccessServer.KeySettings(("greedy", Greedy, "scenes"), (NameOfRunning, Running, "scenes"), ("costly", Costly, "scenes")),
        new("Quotas:RequestsPerMinute", $"{RequestsPerMinute}"),
        new("Quotas:RunningScenes", "1"),
        new("Quotas:CostPerDay", "0.0001"),
        new("Images:Links", "signed"),
        new("Images:Signing:Key", LinkKey),
    ];
}
