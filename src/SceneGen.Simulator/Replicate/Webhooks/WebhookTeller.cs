using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SceneGen.Simulator.Replicate.Http;
using SceneGen.Simulator.Replicate.Predictions;

namespace SceneGen.Simulator.Replicate.Webhooks;

/// <summary>Decides what a prediction's webhook hears.</summary>
internal sealed class WebhookTeller(WebhookSender sender, PredictionView view)
{
    private static readonly string[] AtTheStart = ["start", "logs"];
    private static readonly string[] UnlessFiltered = ["output", "completed"];

    public void TellStart(FakePrediction prediction, PredictionSnapshot snapshot)
    {
        foreach (var name in AtTheStart.Where(name => Wants(prediction, name)))
        {
            Tell(prediction, name, view.Show(prediction, snapshot));
        }
    }

    public void TellEnd(FakePrediction prediction, PredictionSnapshot snapshot)
    {
        var body = view.Show(prediction, snapshot);
        if (snapshot.File is not null && Wants(prediction, "output"))
        {
            Tell(prediction, "output", view.ShowStillRunning(prediction, snapshot));
        }

        // The provider's documents name every end but this one.
        if (snapshot.Status != "aborted" && Wants(prediction, "completed"))
        {
            Tell(prediction, "completed", body);
        }

        var story = prediction.Story;
        foreach (var held in story.Held)
        {
            sender.Send(prediction, held);
        }

        // Nobody waits any longer for a first word that never comes.
        story.Deliveries.GetAwaiter().OnCompleted(story.TellFirstWord);
    }

    private void Tell(FakePrediction prediction, string name, object body)
    {
        var record = prediction.Record;
        var message = new WebhookMessage
        {
            Id = IdOf(prediction, name),
            Prediction = prediction.Id,
            Url = record.Webhook!,
            Body = JsonSerializer.SerializeToUtf8Bytes(body, ReplicateJson.Options),
            IsFinal = name == "completed",
            Fault = WebhookFaults.Named(record.WebhookFault),
            Delay = record.WebhookDelay,
        };
        if (message is { Fault: WebhookFault.OutOfOrder, IsFinal: false })
        {
            prediction.Story.Held.Add(message);
        }
        else
        {
            sender.Send(prediction, message);
        }
    }

    private static bool Wants(FakePrediction prediction, string name)
    {
        if (prediction.Record.Webhook is null)
        {
            return false;
        }

        return prediction.Record.WebhookEvents is { Count: > 0 } filter
            ? filter.Any(wanted => wanted!.GetValue<string>() == name)
            : UnlessFiltered.Contains(name, StringComparer.Ordinal);
    }

    private static string IdOf(FakePrediction prediction, string name)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{prediction.Id}/{name}"));
        return $"msg_{Convert.ToHexStringLower(digest)[..27]}";
    }
}
