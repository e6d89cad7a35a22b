using SceneGen.Scenes.Words;

namespace SceneGen.Web.Http.Words;

/// <summary>What an error is called, and what it means where nothing more particular is to be said.</summary>
internal sealed record ProblemText(Phrase Title, Phrase Detail);
