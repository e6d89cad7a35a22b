namespace SceneGen.Scenes.Words;

/// <summary>The languages users are spoken to in.</summary>
internal enum Language
{
    English,
    German,
}
