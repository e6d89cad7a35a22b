namespace SceneGen.BrowserTests.Infrastructure;

/// <summary>Where pictures of the page are kept, and what explains a failure.</summary>
internal static class Album
{
    private static readonly string Folder = Repository.PathOf("TestResults/browser");

    public static string PathOf(params string[] names)
    {
        var path = Path.Combine([Folder, .. names.Select(Plain)]);
        TestContext.Current.TestOutputHelper?.WriteLine(path);
        return path;
    }

    private static string Plain(string name)
        => string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' ? letter : '_'));
}
