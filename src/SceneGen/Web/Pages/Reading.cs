namespace SceneGen.Web.Pages;

/// <summary>What a page shows where no script runs.</summary>
internal sealed record Reading(Markup Body)
{
    public Markup Head { get; init; } = Markup.Empty;

    public int Status { get; init; } = StatusCodes.Status200OK;
}
