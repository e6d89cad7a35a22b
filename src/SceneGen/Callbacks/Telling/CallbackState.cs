namespace SceneGen.Callbacks.Telling;

/// <summary>What became of a callback.</summary>
public enum CallbackState
{
    /// <summary>It is to be posted, or posted again.</summary>
    Waiting,

    /// <summary>The receiver has it.</summary>
    Taken,

    /// <summary>The receiver did not take it in days, or wants no more; an operator may replay it.</summary>
    Failed,
}
