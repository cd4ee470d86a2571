using FluentProfiles.Model.Profiles;

namespace FluentProfiles;

/// <summary>Compares profiles by their content. <see cref="object.Equals(object)"/> of a profile compares objects.</summary>
public sealed class UserProfileComparer : IEqualityComparer<UserProfile>
{
    private UserProfileComparer() { }

    /// <summary>Compares every member of the profiles and of their parts, <c>AdditionalProperties</c> included. The order of
    /// pairs in a map plays no part, that of a list does. Times are equal when they are the same instant.</summary>
    public static UserProfileComparer Content { get; } = new();

    /// <inheritdoc/>
    public bool Equals(UserProfile? x, UserProfile? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && Differences(x, y).Count == 0);

    /// <inheritdoc/>
    public int GetHashCode(UserProfile obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        return HashCode.Combine(obj.Id, obj.Name, obj.UpdatedAt);
    }

    /// <summary>Returns the members that differ, by name; none where the contents are equal. In a test,
    /// <c>Assert.Empty(UserProfileComparer.Content.Differences(expected, actual))</c> shows them when it fails.</summary>
    /// <param name="before">The one profile, or the expected one.</param>
    /// <param name="after">The other.</param>
    public IReadOnlyList<FieldChange> Differences(UserProfile before, UserProfile after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (left, right) = (ProfileContent.Of(before), ProfileContent.Of(after));
        return
        [
            .. left
                .Keys.Union(right.Keys)
                .Order(StringComparer.Ordinal)
                .Select(member => new FieldChange(
                    member,
                    left.GetValueOrDefault(member),
                    right.GetValueOrDefault(member)
                ))
                .Where(change => change.Before != change.After),
        ];
    }
}
