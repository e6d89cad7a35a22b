namespace SceneGen.Callbacks;

internal enum PostFate
{
    Taken,

    /// <summary>It may be taken another time.</summary>
    Missed,

    /// <summary>The receiver does not want it, or the address is none to be posted to: the same again is of no use.</summary>
    Refused,
}
