namespace SceneGen.Generation.Hints;

/// <summary>What became of a webhook.</summary>
internal enum Hint
{
    /// <summary>It brings a check forward.</summary>
    Taken,

    /// <summary>It is of no use: it came before, or nobody waits for its prediction any more.</summary>
    Useless,

    /// <summary>Its address was made for another prediction.</summary>
    Foreign,
}
