namespace SceneGen.Assets.Fetching;

public enum FetchFailure
{
    Refused,
    Gone,
    Rejected,
    TooLarge,
    Unavailable,
}
