namespace SceneGen.Tests.Docs;

/// <summary>What <c>docs/settings.md</c> says of a setting.</summary>
internal sealed record SettingRow(string Name, string Default, string Takes);
