namespace SceneGen;

/// <summary>What is written behind a program's name to start it.</summary>
internal static class StartWords
{
    private const string Usage =
        """
        Without a command SceneGen.dll runs the service, SceneGen.Simulator.dll the service in a simulated world. Both take
        settings, such as --urls http://127.0.0.1:5080 or --Scenes:Deadline=5m. SceneGen.dll has these commands:
          migrate                         brings the tables up to date
          keys add|list|revoke            makes, shows and revokes API keys
          keys callback-secret            shows what signs the callbacks of a key
          themes check|preview            reads the themes' files, or shows what one of them asks for
          sweep [--dry-run]               removes pictures that no scene has
          check                           holds the database and the store to what the service promises
        """;

    public static bool AskForHelp(string[] words) => words is ["--help" or "-h" or "-?" or "help", ..];

    public static Task<int> HelpAsync() => StartFault.SayAsync(() => Console.Out.WriteLineAsync(Usage));

    /// <summary>A mistyped command would run the service, and nobody would have asked for that.</summary>
    public static void Check(string[] words)
    {
        if (words is [not ['-' or '/', ..] and var word, ..] && !word.Contains('='))
        {
            throw new InvalidOperationException($"'{word}' is no command here; --help names those there are.");
        }
    }
}
