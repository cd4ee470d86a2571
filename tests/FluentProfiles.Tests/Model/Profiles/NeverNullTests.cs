using System.Reflection;
using FluentProfiles.Model.Profiles;

namespace FluentProfiles.Tests.Model.Profiles;

public sealed class NeverNullTests
{
    public static TheoryData<string> Members =>
        [.. MembersOf(typeof(UserProfile)).Select(member => $"{member.DeclaringType!.Name}.{member.Name}")];

    [Theory]
    [MemberData(nameof(Members))]
    public void MemberThatCannotBeNull_SaysSo(string name)
    {
        var member = MembersOf(typeof(UserProfile)).Single(one => $"{one.DeclaringType!.Name}.{one.Name}" == name);

        Assert.Equal(CannotBeNull(member), member.IsDefined(typeof(NeverNullAttribute)));
    }

    /// <summary>The members of a type, and of those that they lead to without a null.</summary>
    private static IEnumerable<PropertyInfo> MembersOf(Type type) =>
        from member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where member.GetIndexParameters().Length == 0
        from part in CannotBeNull(member) && IsOfModel(member.PropertyType)
            ? MembersOf(member.PropertyType).Prepend(member)
            : [member]
        select part;

    // A text is compared as null where a path to it is.
    private static bool CannotBeNull(PropertyInfo member) =>
        !member.PropertyType.IsValueType
        && member.PropertyType != typeof(string)
        && new NullabilityInfoContext().Create(member).ReadState == NullabilityState.NotNull;

    private static bool IsOfModel(Type type) =>
        type.GetProperties().Any(member => member.IsDefined(typeof(ProfileFieldAttribute)));
}
