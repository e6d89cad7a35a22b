namespace SceneGen.Simulator.Replicate.Http.Calls;

/// <summary>What rules and books call an endpoint.</summary>
internal sealed record CallName(string Value)
{
    public static readonly CallName Create = new("create");
    public static readonly CallName Get = new("get");
    public static readonly CallName List = new("list");
    public static readonly CallName Cancel = new("cancel");
    public static readonly CallName Model = new("model");
    public static readonly CallName Account = new("account");
    public static readonly CallName Secret = new("secret");
    public static readonly CallName Files = new("files");
    public static readonly CallName Download = new("download");
    public static readonly CallName Unknown = new("unknown");

    public static IReadOnlyList<string> All { get; } =
    [
        .. new[] { Create, Get, List, Cancel, Model, Account, Secret, Files, Download }.Select(name => name.Value),
    ];

    public static CallName Of(HttpContext context)
    {
        return context.GetEndpoint()?.Metadata.GetMetadata<CallName>() ?? Unknown;
    }
}
