using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace FluentProfiles.Tests.Model.Values;

/// <summary>All extensible enums behave alike.</summary>
public sealed class ExtensibleEnumTests
{
    public static TheoryData<Type> Types =>
        [
            .. typeof(UserProfile)
                .Assembly.GetExportedTypes()
                .Where(type => type.IsValueType && type.GetNestedType("Values") is not null),
        ];

    [Fact]
    public void Types_AreAllThere() => Assert.Equal(17, Types.Count);

    [Theory]
    [MemberData(nameof(Types))]
    public void NullEmptyAndDefault_AreOneValue(Type type)
    {
        var nothing = Activator.CreateInstance(type)!;

        Assert.Equal(nothing, Of(type, null));
        Assert.Equal(nothing, Of(type, ""));
        Assert.Equal(nothing.GetHashCode(), Of(type, "").GetHashCode());
        Assert.Equal("", nothing.ToString());
        Assert.False(IsKnown(nothing));
        Assert.True(Operator(type, "op_Equality", nothing, Of(type, "")));
        Assert.False(Operator(type, "op_Inequality", nothing, Of(type, null)));
        Assert.Equal(nothing, Effective(nothing));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void KnownValues_AreMembersAndConstants(Type type)
    {
        var constants = type.GetNestedType("Values")!
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(member => member.Name, member => member.GetValue(null)!);

        Assert.NotEmpty(constants);
        Assert.Equal(constants.Keys.Order(), members.Keys.Order());
        foreach (var (name, text) in constants)
        {
            Assert.Equal(text, members[name].ToString());
            Assert.Equal(members[name], Of(type, text));
            Assert.True(IsKnown(members[name]));
            Assert.Equal(members[name], Effective(members[name]));
            Assert.Equal(
                name,
                string.Concat(text.Split('_', '.').Select(part => char.ToUpperInvariant(part[0]) + part[1..]))
            );
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void UnknownValue_IsKeptAndComparesOrdinally(Type type)
    {
        var unknown = Of(type, "Brand_New");

        Assert.Equal("Brand_New", unknown.ToString());
        Assert.False(IsKnown(unknown));
        Assert.Equal(unknown, Of(type, "Brand_New"));
        Assert.NotEqual(unknown, Of(type, "brand_new"));
        Assert.True(Operator(type, "op_Inequality", unknown, Of(type, "brand_new")));
        Assert.False(Operator(type, "op_Equality", unknown, Activator.CreateInstance(type)!));
    }

    public static TheoryData<Type> TypesAndBetas =>
        [
            .. typeof(UserProfile)
                .Assembly.GetExportedTypes()
                .Where(type =>
                    type.IsValueType && (type.GetNestedType("Values") is not null || type == typeof(AnthropicBeta))
                ),
        ];

    [Theory]
    [MemberData(nameof(TypesAndBetas))]
    public void Text_IsParsedAndConverted(Type type) =>
        typeof(ExtensibleEnumTests)
            .GetMethod(nameof(CheckParsing), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, null);

    [Fact]
    public void Effective_IsTheValueToAssume()
    {
        Assert.Equal(EnforcementStatus.Restricted, new EnforcementStatus("quarantined").Effective);
        Assert.Equal(EnforcementActionType.Restriction, new EnforcementActionType("throttle").Effective);
        Assert.Equal(EnforcementReason.Unspecified, new EnforcementReason("solar_flare").Effective);
        Assert.Equal(default, new RequiredAction("appeal").Effective);
    }

    [Fact]
    public void Switch_TakesTheConstants()
    {
        static int Rank(EnforcementStatus status) =>
            status.ToString() switch
            {
                EnforcementStatus.Values.Banned => 3,
                EnforcementStatus.Values.Restricted => 2,
                "" => 0,
                _ => 1,
            };

        Assert.Equal([3, 2, 1, 0], [Rank("banned"), Rank(EnforcementStatus.Restricted), Rank("new"), Rank(default)]);
    }

    private static object Of(Type type, string? text) => Activator.CreateInstance(type, text)!;

    private static bool IsKnown(object value) => (bool)value.GetType().GetProperty("IsKnown")!.GetValue(value)!;

    private static object Effective(object value) => value.GetType().GetProperty("Effective")?.GetValue(value) ?? value;

    private static bool Operator(Type type, string name, object left, object right) =>
        (bool)type.GetMethod(name, [type, type])!.Invoke(null, [left, right])!;

    private static void CheckParsing<T>()
        where T : struct, ISpanParsable<T>
    {
        foreach (var text in new[] { "", "active", "Brand_New", " spaced ", "Łódź" })
        {
            var value = (T)Of(typeof(T), text);
            Assert.Equal(value, T.Parse(text, null));
            Assert.Equal(value, T.Parse(text.AsSpan(), CultureInfo.InvariantCulture));
            Assert.True(T.TryParse(text, null, out var parsed));
            Assert.Equal(value, parsed);
            Assert.True(T.TryParse($"x{text}".AsSpan(1), null, out parsed));
            Assert.Equal(value, parsed);
            var converter = TypeDescriptor.GetConverter(typeof(T));
            Assert.True(converter.CanConvertFrom(typeof(string)));
            Assert.Equal(value, converter.ConvertFromInvariantString(text));
            Assert.Equal(text, converter.ConvertToInvariantString(value));
        }
        Assert.False(TryParseNull<T>(out var none));
        Assert.Equal(default, none);
        Assert.Throws<ArgumentNullException>(() => ParseNull<T>());
        Assert.Throws<NotSupportedException>(() => TypeDescriptor.GetConverter(typeof(T)).ConvertFrom(1));
    }

    // Called on an ISpanParsable, null would convert to an empty span.
    private static bool TryParseNull<T>(out T result)
        where T : IParsable<T> => T.TryParse(null, null, out result!);

    private static T ParseNull<T>()
        where T : IParsable<T> => T.Parse(null!, null);
}
