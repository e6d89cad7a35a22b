namespace SceneGen.Messaging.Doors;

/// <summary>A message from outside that breaks a rule of the contract; it waits in its door's error queue.</summary>
public sealed class InvalidMessageException(string message) : Exception(message);
