using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace FluentProfiles.Tests.Docs.Pages;

/// <summary>docs/options.md lists what <see cref="ProfilesClientOptions"/> has.</summary>
public sealed partial class OptionsPageTests
{
    private static readonly Dictionary<string, Match> Rows = Row()
        .Matches(DocPage.All["docs/options.md"].Text)
        .ToDictionary(row => row.Groups["name"].Value);

    private static readonly IReadOnlyList<PropertyInfo> Options =
    [
        .. typeof(ProfilesClientOptions).GetProperties().Where(property => property.CanWrite),
    ];

    public static TheoryData<string> Names => [.. Options.Select(option => option.Name)];

    [Fact]
    public void Rows_AreTheOptions() => Assert.Equal(Options.Select(option => option.Name).Order(), Rows.Keys.Order());

    [Theory]
    [MemberData(nameof(Names))]
    public void Row_HasTypeAndDefault(string name)
    {
        var option = typeof(ProfilesClientOptions).GetProperty(name)!;
        Assert.Equal(TypeOf(option), Rows[name].Groups["type"].Value);
        Assert.Equal(TextOf(option.GetValue(new ProfilesClientOptions())), Rows[name].Groups["default"].Value);
    }

    private static string TypeOf(PropertyInfo option) =>
        new NullabilityInfoContext().Create(option).WriteState == NullabilityState.Nullable
            ? NameOf(Nullable.GetUnderlyingType(option.PropertyType) ?? option.PropertyType) + "?"
            : NameOf(option.PropertyType);

    private static string NameOf(Type type) =>
        type == typeof(string) ? "string"
        : type == typeof(int) ? "int"
        : type == typeof(long) ? "long"
        : type == typeof(bool) ? "bool"
        : type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GenericTypeArguments.Select(NameOf))}>"
        : type.Name;

    private static string TextOf(object? value) =>
        value switch
        {
            null => "`null`",
            bool flag => flag ? "`true`" : "`false`",
            System.Collections.ICollection { Count: 0 } => "none",
            TimeProvider clock when clock == TimeProvider.System => "`TimeProvider.System`",
            _ => string.Create(CultureInfo.InvariantCulture, $"`{value}`"),
        };

    [GeneratedRegex(
        @"^\| `(?<name>\w+)` \| `(?<type>[^`]+)` \| (?<default>[^|]+) \| [^|]* ?\| [^|]+ \|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Row();
}
