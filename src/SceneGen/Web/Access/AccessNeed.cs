namespace SceneGen.Web.Access;

/// <summary>What a route asks of its callers.</summary>
internal enum AccessNeed
{
    /// <summary>Nothing: probes, themes, what pages are made of, the way out, what proves itself otherwise.</summary>
    Open,

    /// <summary>Nothing either, and a browser gets its session here.</summary>
    Page,

    /// <summary>A key for scenes, or a session.</summary>
    Scenes,

    /// <summary>A key for scenes: what other services do, and no browser.</summary>
    Services,

    /// <summary>Whoever may see scenes, or an operator; open where the links are.</summary>
    Pictures,

    /// <summary>A key for operations, or an operator who signed in with one.</summary>
    Ops,

    /// <summary>The same, of people who can be asked for it.</summary>
    OpsPage,
}
