namespace SceneGen.Simulator.Replicate.Predictions;

/// <summary>The calls that are counted; a creation that is refused or made is one each.</summary>
internal enum ProviderCall
{
    Create,
    RefusedCreate,

    /// <summary>Refused or made, and answered as a fault of HTTP demands.</summary>
    FaultedCreate,
    Get,
    List,
    Cancel,
    Download,
}
