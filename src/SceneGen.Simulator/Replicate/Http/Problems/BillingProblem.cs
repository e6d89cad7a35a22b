namespace SceneGen.Simulator.Replicate.Http.Problems;

/// <summary>The account has no money left, or may spend no more of it.</summary>
internal static class BillingProblem
{
    public static IResult InsufficientCredit()
    {
        return Refuse(
            "You have insufficient credit to run this model. Go to https://replicate.com/account/billing#billing to "
            + "purchase credit. Once you purchase credit, please wait a few minutes before trying again.");
    }

    public static IResult SpendLimit()
    {
        return Refuse(
            "You've hit your monthly spend limit. You can change or remove your limit at "
            + "https://replicate.com/account/billing#limits.");
    }

    private static IResult Refuse(string detail)
    {
        return ProviderProblem.Answer(new ProviderProblem
        {
            Title = "Insufficient credit",
            Detail = detail,
            Status = StatusCodes.Status402PaymentRequired,
        });
    }
}
