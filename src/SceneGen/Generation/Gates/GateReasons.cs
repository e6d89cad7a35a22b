namespace SceneGen.Generation.Gates;

/// <summary>Why a gate is closed, as operators and their tools read it. Never renamed.</summary>
internal static class GateReasons
{
    public const string Unauthorized = "unauthorized";
    public const string InsufficientCredit = "insufficient_credit";
    public const string Forbidden = "forbidden";
    public const string ProviderDown = "provider_down";
    public const string ModelUnknown = "model_unknown";
    public const string ModelMisconfigured = "model_misconfigured";
    public const string RequestRefused = "request_refused";
    public const string Operator = "operator";

    /// <summary>Whether it is about the account and not about a model.</summary>
    public static bool ConcernsAll(string reason) => reason is Unauthorized or InsufficientCredit or Forbidden;

    /// <summary>Whether a look at the account shows that the reason is gone; another one shows by an order only.</summary>
    public static bool ShowsByAccount(string reason) => reason is Unauthorized or ProviderDown;

    /// <summary>Whether nothing at all can be asked.</summary>
    public static bool StopsReads(string reason) => reason is Unauthorized or ProviderDown;
}
