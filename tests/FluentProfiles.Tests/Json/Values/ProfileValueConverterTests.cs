using System.Reflection;
using System.Text.Json;

namespace FluentProfiles.Tests.Json.Values;

public sealed class ProfileValueConverterTests
{
    private static readonly Type[] FromText =
    [
        .. typeof(UserProfile)
            .Assembly.GetExportedTypes()
            .Where(type => type.IsValueType && type.GetMethod("op_Implicit", [typeof(string)]) is not null),
    ];

    public static TheoryData<Type> Enums => [.. FromText];

    [Theory]
    [MemberData(nameof(Enums))]
    public void ExtensibleEnum_IsItsText(Type type)
    {
        var known = type.GetMethod("op_Implicit", [typeof(string)])!.Invoke(null, ["never-heard-of"]);

        Assert.Equal("\"never-heard-of\"", JsonSerializer.Serialize(known, type));
        Assert.Equal(known, JsonSerializer.Deserialize("\"never-heard-of\"", type));
        Assert.Equal("null", JsonSerializer.Serialize(Activator.CreateInstance(type), type));
        Assert.Equal(Activator.CreateInstance(type), JsonSerializer.Deserialize("null", type));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("5", type));
    }

    [Fact]
    public void EnumsOfTheModel_AreAmongThem() =>
        Assert.Superset(
            typeof(UserProfile)
                .Assembly.GetExportedTypes()
                .Where(type => type.GetNestedType("Values", BindingFlags.Public) is not null)
                .ToHashSet(),
            FromText.ToHashSet()
        );

    [Fact]
    public void KeyOfADictionary_IsTheText()
    {
        Dictionary<EnforcementStatus, int> counts = new() { [EnforcementStatus.Banned] = 2 };

        Assert.Equal("{\"banned\":2}", JsonSerializer.Serialize(counts));
        Assert.Equal(counts, JsonSerializer.Deserialize<Dictionary<EnforcementStatus, int>>("{\"banned\":2}"));
    }

    [Fact]
    public void Profile_IsWrittenWithItsMapsAndEnums()
    {
        var profile = TestProfiles.One(1);

        using var json = JsonDocument.Parse(JsonSerializer.Serialize(profile, JsonSerializerOptions.Web));

        var root = json.RootElement;
        Assert.Equal("restricted", root.GetProperty("enforcement_status").GetString());
        Assert.Equal("free", root.GetProperty("metadata").GetProperty("plan").GetString());
        Assert.Equal("DE", root.GetProperty("external_user_details").GetProperty("country").GetString());
        Assert.Equal("pending", root.GetProperty("programs").GetProperty("efs").GetProperty("status").GetString());
        Assert.False(root.TryGetProperty("relationship", out _));
    }
}
