using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SceneGen.Contracts;

namespace SceneGen.Tests.Contracts;

/// <summary>What the documentation comments say of the contracts.</summary>
internal static partial class ContractWords
{
    private static readonly Dictionary<string, XElement> Members =
        XDocument.Load(Path.ChangeExtension(typeof(AvatarGenerated).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);

    public static string Of(Type type) => Find($"T:{type.FullName}");

    public static string Of(PropertyInfo property) => Find($"P:{property.DeclaringType!.FullName}.{property.Name}");

    private static string Find(string name)
        => Spaces().Replace(string.Concat(Members[name].Element("summary")!.Nodes().Select(TextOf)), " ").Trim();

    private static string TextOf(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } see => Last(see.Attribute("cref")!.Value),
        XElement element => element.Value,
        _ => node.ToString(),
    };

    /// <summary>A field as JSON has it, a type by its name.</summary>
    private static string Last(string reference)
    {
        var name = reference.Split('.')[^1];
        return reference[0] is 'P' ? char.ToLowerInvariant(name[0]) + name[1..] : name;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
