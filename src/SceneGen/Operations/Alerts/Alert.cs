namespace SceneGen.Operations.Alerts;

/// <summary>Something that an operator has to see to. It is called as Prometheus' alert of the same, and has its runbook.</summary>
internal sealed record Alert(string Name, string Text);
