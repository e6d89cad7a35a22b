namespace SceneGen.Simulator.Replicate.Http.Calls;

/// <summary>What is found out about a call on its way, for the books.</summary>
internal sealed class CallNote
{
    public string? Prediction { get; set; }

    public string? Fault { get; set; }

    /// <summary>The caller gets no answer.</summary>
    public bool IsCutOff { get; set; }

    public static CallNote Of(HttpContext context)
    {
        if (context.Features.Get<CallNote>() is not { } note)
        {
            context.Features.Set(note = new CallNote());
        }

        return note;
    }
}
