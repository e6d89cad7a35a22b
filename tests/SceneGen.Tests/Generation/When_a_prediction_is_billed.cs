using System.Text.Json;
using SceneGen.Generation;
using SceneGen.Replicate.Models;
using SceneGen.Replicate.Wire;

namespace SceneGen.Tests.Generation;

public sealed class When_a_prediction_is_billed
{
    private const string Url = "https://d.example/a.png";

    [Theory]
    [InlineData("succeeded", OutputShape.Url, $"\"{Url}\"", "null", true, 4)]
    [InlineData("succeeded", OutputShape.List, $"[\"{Url}\",\"{Url}\"]", "null", true, 8)]
    [InlineData("succeeded", OutputShape.List, $"[\"{Url}\",\"{Url}\"]", """{"image_count":3}""", true, 12)]
    [InlineData("succeeded", OutputShape.Url, $"\"{Url}\"", """{"image_count":2}""", true, 8)]
    [InlineData("succeeded", OutputShape.List, "null", "null", true, 4)]
    [InlineData("succeeded", OutputShape.Url, "null", """{"image_count":0}""", true, 0)]
    [InlineData("canceled", OutputShape.Url, "null", "null", true, 4)]
    [InlineData("canceled", OutputShape.Url, "null", "null", false, 0)]
    [InlineData("aborted", OutputShape.Url, "null", "null", false, 0)]
    [InlineData("failed", OutputShape.Url, "null", "null", true, 0)]
    public void it_costs_what_was_painted_or_stopped(
        string status, OutputShape shape, string output, string metrics, bool hasBegun, int cents)
    {
        var prediction = new Prediction
        {
            Id = "p1",
            Status = status,
            Output = JsonSerializer.Deserialize<JsonElement>(output),
            Metrics = JsonSerializer.Deserialize<JsonElement>(metrics),
            StartedAt = hasBegun ? DateTimeOffset.UnixEpoch : null,
        };

        var cost = PredictionCost.Of(prediction, new ModelProfile { Price = 0.04m, Output = shape });

        Assert.Equal(cents / 100m, cost);
    }
}
