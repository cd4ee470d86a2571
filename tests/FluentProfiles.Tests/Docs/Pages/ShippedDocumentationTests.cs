using System.Xml.Linq;

namespace FluentProfiles.Tests.Docs.Pages;

public class ShippedDocumentationTests
{
    [Fact]
    public void ShippedDocumentation_HoldsOnlyWhatIsPublic()
    {
        var assembly = typeof(ProfilesClient).Assembly;
        var documented = XDocument
            .Load(Path.ChangeExtension(assembly.Location, ".xml"))
            .Descendants("member")
            .Select(member => (string)member.Attribute("name")!)
            .Where(id => id.StartsWith("T:", StringComparison.Ordinal))
            .Select(id => id[2..])
            .Order(StringComparer.Ordinal);

        var isPublic = assembly
            .GetExportedTypes()
            .Select(type => type.FullName!.Replace('+', '.'))
            .Order(StringComparer.Ordinal);
        Assert.Equal(isPublic, documented);
    }
}
