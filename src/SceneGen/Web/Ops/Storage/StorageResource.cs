using SceneGen.Assets.Sweeping.Reports;
using SceneGen.Scenes.Outputs;

namespace SceneGen.Web.Ops.Storage;

/// <summary>The store as the operator sees it.</summary>
internal sealed record StorageResource(IReadOnlyList<UnstoredOutput> Outputs, SweepReport Sweep);
