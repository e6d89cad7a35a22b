namespace SceneGen.Simulator.Replicate.Trouble;

internal enum CallEffect
{
    /// <summary>Not carried out; answered by the fault.</summary>
    Answer,

    /// <summary>Carried out, and answered by the fault.</summary>
    AnswerAfter,

    ResetBefore,

    ResetAfter,

    /// <summary>Neither carried out nor answered, until the caller gives up.</summary>
    Hang,

    /// <summary>Carried out, and not answered until the caller gives up.</summary>
    HangAfter,

    /// <summary>Carried out, and answered one byte at a time.</summary>
    Drip,
}
