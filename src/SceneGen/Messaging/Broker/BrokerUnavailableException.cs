namespace SceneGen.Messaging.Broker;

/// <summary>The broker cannot be asked just now; nothing was lost.</summary>
public sealed class BrokerUnavailableException(string message, Exception innerException)
    : Exception(message, innerException);
