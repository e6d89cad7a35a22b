using SceneGen.Operations.DeadLetters;

namespace SceneGen.Web.Ops.DeadLetters;

/// <summary>
/// Dead letters, the newest first; <see cref="Note"/> says where some cannot be seen. <see cref="Total"/> counts what was
/// looked at, <see cref="Beyond"/> what may be of the filter too and lies behind it.
/// </summary>
internal sealed record DeadLetterPage(IReadOnlyList<DeadLetter> Items, int Total, int Beyond, string? Next, string? Note);
