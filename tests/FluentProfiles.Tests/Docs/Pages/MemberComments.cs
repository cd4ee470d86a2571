using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace FluentProfiles.Tests.Docs.Pages;

/// <summary>The summaries of the library's types and members in Markdown, from the documentation that the compiler
/// wrote.</summary>
internal static partial class MemberComments
{
    private static readonly Dictionary<string, XElement?> Summaries = XDocument
        .Load(Path.Combine(AppContext.BaseDirectory, "FluentProfiles.xml"))
        .Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!, member => member.Element("summary"));

    public static string Of(Type type) => Markdown($"T:{type.FullName}", type);

    public static string Of(PropertyInfo property) =>
        Markdown($"P:{property.DeclaringType!.FullName}.{property.Name}", property.DeclaringType);

    private static string Markdown(string member, Type type) =>
        Space().Replace(string.Concat(Summaries[member]!.Nodes().Select(node => TextOf(node, type))), " ").Trim();

    private static string TextOf(XNode node, Type type) =>
        node switch
        {
            XElement element when element.Attribute("cref") is { } reference => $"`{NameOf(reference.Value, type)}`",
            XElement element => $"`{(string?)element.Attribute("langword") ?? element.Value}`",
            _ => ((XText)node).Value,
        };

    // "P:FluentProfiles.UserProfile.Name" is `Name` on the members of its own type, else `UserProfile.Name`.
    private static string NameOf(string reference, Type type)
    {
        var name = reference[2..].Replace("FluentProfiles.", "");
        return name.StartsWith($"{type.Name}.", StringComparison.Ordinal) ? name[(type.Name.Length + 1)..] : name;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
