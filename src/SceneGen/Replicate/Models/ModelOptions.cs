namespace SceneGen.Replicate.Models;

/// <summary>Section <c>Models</c>: how each model is called.</summary>
public sealed class ModelOptions
{
    /// <summary>A folder of <c>*.yaml</c>, one model a file. Default: the shipped ones.</summary>
    public string Path { get; set; } = "";

    internal string Folder => Path.Length > 0 ? Path : System.IO.Path.Combine(AppContext.BaseDirectory, "models");
}
