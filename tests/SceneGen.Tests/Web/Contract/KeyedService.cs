using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Contract;

/// <summary>The same with keys, and with so many requests a minute for each caller.</summary>
public sealed class KeyedService : ContractedService
{
    public const string Scenes = "sg_contract_scenes";
    public const string Ops = "sg_contract_ops";
    public const string Greedy = "sg_contract_greedy";
    public const int RequestsPerMinute = 200;

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        .. AccessServer.KeySettings(("main", Scenes, "scenes"), ("operator", Ops, "ops"), ("greedy", Greedy, "scenes")),
        new("Quotas:RequestsPerMinute", $"{RequestsPerMinute}"),
    ];
}
