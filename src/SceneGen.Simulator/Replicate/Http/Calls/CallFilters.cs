namespace SceneGen.Simulator.Replicate.Http.Calls;

/// <summary>What every call goes through, in this order.</summary>
internal sealed class CallFilters(BookFilter books, TokenFilter token, LimitFilter limits, TroubleFilter trouble)
{
    public void AddToApi(RouteGroupBuilder api)
    {
        api.AddEndpointFilter(books);
        api.AddEndpointFilter(token);
        api.AddEndpointFilter(limits);
        api.AddEndpointFilter(trouble);
    }

    /// <summary>Pictures are on another host, to anybody and without a limit.</summary>
    public void AddToDelivery(RouteGroupBuilder delivery)
    {
        delivery.AddEndpointFilter(books);
        delivery.AddEndpointFilter(trouble);
    }
}
