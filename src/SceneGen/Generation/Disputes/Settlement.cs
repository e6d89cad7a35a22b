using SceneGen.Contracts;

namespace SceneGen.Generation.Disputes;

/// <summary>
/// Who is to blame for flagged content, and what finding out has cost the scene; nobody while it is not known yet, to
/// be looked at again after the wait the provider asks for.
/// </summary>
internal sealed record Settlement(SceneFault? Fault, TimeSpan? Wait = null, decimal Cost = 0);
