namespace SceneGen.Web.Ops.Callbacks;

/// <summary>How many callbacks are posted again; with <see cref="More"/> there are others of the filter, for another order.</summary>
internal sealed record CallbackReplayResult(int Replayed, bool More);
