namespace SceneGen.Web.Ops.SceneOrders;

/// <summary>The step that a scene is tried again from.</summary>
internal enum RetryFrom
{
    /// <summary>Its theme is chosen again.</summary>
    Theme,

    /// <summary>A picture is bought.</summary>
    Submit,

    /// <summary>The prediction that is known is looked at again.</summary>
    Generate,

    /// <summary>The picture that was paid for is stored.</summary>
    Store,
}
