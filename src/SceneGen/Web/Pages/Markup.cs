using System.Globalization;
using System.Net;

namespace SceneGen.Web.Pages;

/// <summary>Text that is HTML already. Whatever is put into it is encoded, unless it is markup itself.</summary>
internal sealed record Markup(string Text)
{
    public static readonly Markup Empty = new("");

    public static Markup Of(FormattableString text)
        => new(string.Format(
            CultureInfo.InvariantCulture, text.Format, text.GetArguments().Select(Encode).ToArray()));

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(part => part.Text)));

    private static object Encode(object? value) => value switch
    {
        Markup markup => markup.Text,
        _ => WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture)) ?? "",
    };
}
