using SceneGen.Operations.DeadLetters;

namespace SceneGen.Web.Ops.DeadLetters;

/// <summary>Dead letters, the newest first; <see cref="Note"/> says where some cannot be seen.</summary>
internal sealed record DeadLetterPage(IReadOnlyList<DeadLetter> Items, int Total, string? Next, string? Note);
