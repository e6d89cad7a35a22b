using SceneGen.Simulator;
using SceneGen.Tests.Web.Access;

namespace SceneGen.Tests.Web.Contract.Services;

/// <summary>The same with keys, with requests that are counted, and with pictures that are their session's alone.</summary>
public sealed class KeyedService : ContractedService
{
    public const string Scenes = "sg_contract_scenes";
    public const string Ops = "sg_contract_ops";
    public const string Both = "sg_contract_both";

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        .. AccessServer.KeySettings(("main", Scenes, "scenes"), ("operator", Ops, "ops"), ("both", Both, "scenes,ops")),
        new("Quotas:RequestsPerMinute", "1000000"),
        new("Images:Links", "session"),
        new("Replicate:WebhookSecret", new SimulatorOptions().WebhookSecret),
    ];
}
