using System.Text.Json;
using System.Text.Json.Serialization;

namespace SceneGen.Simulator.Replicate.Trouble;

/// <summary>Faults switched on and off while the simulator runs.</summary>
internal sealed class FaultEndpoints(FaultBook book)
{
    // A misspelled member would be a fault that never strikes.
    private static readonly JsonSerializerOptions Strict = new(SimulatorJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public void Map(IEndpointRouteBuilder routes)
    {
        var faults = routes.MapGroup("/simulator/faults").ExcludeFromDescription();
        faults.MapGet("", List);
        faults.MapPost("", AddAsync);
        faults.MapDelete("", Clear);
        faults.MapDelete("{id:int}", Remove);
    }

    private IResult List()
    {
        return Answer(new { Rules = book.Armed, Words = Faults.All, Kinds = FaultKinds.All }, StatusCodes.Status200OK);
    }

    private async Task<IResult> AddAsync(HttpRequest request)
    {
        try
        {
            var rule = await JsonSerializer.DeserializeAsync<FaultRule>(
                request.Body, Strict, request.HttpContext.RequestAborted);
            var mistake = rule is null ? "A fault is an object." : rule.Mistake();
            return mistake is null ? Answer(book.Add(rule!), StatusCodes.Status201Created) : Refuse(mistake);
        }
        catch (JsonException exception)
        {
            return Refuse(exception.Message);
        }
    }

    private IResult Clear()
    {
        book.Clear();
        return Results.NoContent();
    }

    private IResult Remove(int id)
    {
        return book.Remove(id) ? Results.NoContent() : Results.NotFound();
    }

    private static IResult Refuse(string mistake)
    {
        return Answer(new { Error = mistake }, StatusCodes.Status400BadRequest);
    }

    private static IResult Answer<T>(T body, int status)
    {
        return Results.Json(body, SimulatorJson.Options, "application/json", status);
    }
}
