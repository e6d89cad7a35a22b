namespace SceneGen.Generation.Hints;

/// <summary>What became of a webhook.</summary>
internal enum Hint
{
    /// <summary>It brings a check forward.</summary>
    Taken,

    /// <summary>It came before.</summary>
    Repeated,

    /// <summary>Nobody waits for its prediction any more.</summary>
    Useless,

    /// <summary>Its address was made for another prediction.</summary>
    Foreign,
}
