using FluentProfiles.Model.Schema;

namespace FluentProfiles.Mirror.Model.Columns;

/// <summary>How members become values of columns. An extensible enum is its text, null for the default.</summary>
internal static class ColumnTypes
{
    /// <summary>The type of a column; null for members that have none, such as maps.</summary>
    /// <param name="member">The type of the member.</param>
    /// <param name="isOfProfile">True for a member of the profile itself; a part may be missing.</param>
    public static Type? Of(Type member, bool isOfProfile) =>
        member == typeof(string) || ExtensibleEnums.Find(member) is not null ? typeof(string)
        : member == typeof(DateTimeOffset) || member == typeof(int) || member == typeof(bool)
            ? isOfProfile ? member
                : typeof(Nullable<>).MakeGenericType(member)
        : member == typeof(DateTimeOffset?) || member == typeof(int?) || member == typeof(bool?) ? member
        : null;

    /// <summary>The value of a member as its column has it.</summary>
    public static object? ValueOf(object? member) =>
        member is null or string or DateTimeOffset or int or bool ? member
        : member.ToString() is { Length: > 0 } text ? text
        : null;
}
